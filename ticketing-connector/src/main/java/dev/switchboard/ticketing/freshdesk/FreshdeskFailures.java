package dev.switchboard.ticketing.freshdesk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freshdesk's errors: a list of fields, or one code. The messages beside them repeat what was sent and are left where they are. */
final class FreshdeskFailures implements FailureReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "[A-Za-z][A-Za-z0-9_.]{0,63}";
    private static final String SECONDS = "[0-9]{1,6}(\\.[0-9]{1,6})?";

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        Failure byStatus = BY_STATUS.read(answer, now);
        return switch (byStatus) {
            case Failure.Invalid invalid -> {
                JsonNode body = json(answer.body());
                yield new Failure.Invalid(invalid.httpStatus(), field(body), code(body));
            }
            case Failure.Forbidden forbidden ->
                new Failure.Forbidden(forbidden.httpStatus(), code(json(answer.body())));
            case Failure.RateLimited limited ->
                limited.retryAfter() == null ? new Failure.RateLimited(limited.httpStatus(), wait(answer)) : limited;
            case Failure.AuthExpired expired -> expired;
            case Failure.NotFound missing -> missing;
            case Failure.Unavailable away -> away;
            case Failure.Malformed malformed -> malformed;
        };
    }

    /** Freshdesk has been seen to write its limits with a decimal point. */
    private static @Nullable Duration wait(VendorAnswer answer) {
        return answer.header("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches(SECONDS))
                .map(seconds -> Duration.ofSeconds(
                        new BigDecimal(seconds).setScale(0, RoundingMode.UP).longValue()))
                .orElse(null);
    }

    private static @Nullable String code(JsonNode body) {
        return name(body.path("errors").path(0).path("code"))
                .or(() -> name(body.path("code")))
                .orElse(null);
    }

    private static @Nullable String field(JsonNode body) {
        return name(body.path("errors").path(0).path("field")).orElse(null);
    }

    private static Optional<String> name(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> text.matches(NAME));
    }

    /** A missing record's body is empty, and in front of Freshdesk errors are HTML. */
    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
