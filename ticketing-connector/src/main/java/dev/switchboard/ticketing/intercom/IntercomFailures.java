package dev.switchboard.ticketing.intercom;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Intercom's errors: one list of codes and texts. Of the texts only the id of a contact that is in the way is taken, as it stands
 * nowhere else.
 */
final class IntercomFailures implements FailureReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_. ]{0,63}";
    private static final Pattern TWIN = Pattern.compile("\\bid=([0-9a-f]{24})\\b");
    private static final String CONFLICT = "conflict";
    private static final String CONFLICT_ARCHIVED = "conflict_archived";
    /** Not the record that was asked for, but what we were told to work with. */
    private static final Set<String> SETTINGS = Set.of("admin_not_found", "ticket_type_not_found", "team_not_found");

    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    /** A contact that stands where one was to be made. */
    record InTheWay(String id, boolean archived) {}

    static Optional<InTheWay> inTheWay(Failure failure) {
        return failure instanceof Failure.Invalid invalid
                        && invalid.field() != null
                        && (CONFLICT.equals(invalid.vendorCode()) || CONFLICT_ARCHIVED.equals(invalid.vendorCode()))
                ? Optional.of(new InTheWay(invalid.field(), CONFLICT_ARCHIVED.equals(invalid.vendorCode())))
                : Optional.empty();
    }

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        Failure byStatus = BY_STATUS.read(answer, now);
        JsonNode error = json(answer.body()).path("errors").path(0);
        String code = name(error.path("code"));
        int status = answer.status();
        return switch (status) {
            case 402, 403 -> new Failure.Forbidden(status, code);
            case 404 -> SETTINGS.contains(String.valueOf(code)) ? new Failure.Invalid(status, null, code) : byStatus;
            case 409 -> conflict(error);
            case 429 -> new Failure.RateLimited(status, wait(answer, byStatus, now));
            default ->
                byStatus instanceof Failure.Invalid
                        ? new Failure.Invalid(status, name(error.path("field")), code)
                        : byStatus;
        };
    }

    /** Without an id it is a record that is being merged or written at this moment. */
    private static Failure conflict(JsonNode error) {
        String message = error.path("message").asText();
        Matcher twin = TWIN.matcher(message);
        return twin.find()
                ? new Failure.Invalid(
                        409, twin.group(1), message.startsWith("An archived") ? CONFLICT_ARCHIVED : CONFLICT)
                : new Failure.Unavailable(409, false, null);
    }

    /** The end of the window as a time, not as a wait. */
    private static @Nullable Duration wait(VendorAnswer answer, Failure byStatus, Instant now) {
        if (byStatus instanceof Failure.RateLimited limited && limited.retryAfter() != null) {
            return limited.retryAfter();
        }
        return answer.header("X-RateLimit-Reset")
                .filter(seconds -> seconds.matches("[0-9]{10}"))
                .map(seconds -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(seconds))))
                .filter(wait -> wait.compareTo(LONGEST_WINDOW) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null);
    }

    private static @Nullable String name(JsonNode node) {
        return node.asText().matches(NAME) ? node.asText() : null;
    }

    /** In front of Intercom errors are HTML. */
    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
