package dev.switchboard.ticketing.servicenow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ServiceNow's errors have no codes, only texts that may repeat what was sent. The texts that mean something to an administrator
 * are told by names of ours.
 */
final class ServicenowFailures implements FailureReader {
    /** A write would have made a second record of a unique column's value. */
    private static final String UNIQUE_KEY = "unique_key";

    private static final JsonMapper JSON = new JsonMapper();
    /** The most telling first. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("data policy", "data_policy"),
            Map.entry("unique key", UNIQUE_KEY),
            Map.entry("insufficient rights", "access_rule"),
            Map.entry("acl validation", "access_rule"),
            Map.entry("error during insert", "insert_aborted"),
            Map.entry("operation failed", "operation_failed"),
            Map.entry("invalid table", "invalid_table"),
            Map.entry("does not represent any resource", "no_such_api"));

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            // Good credentials, but of a user who needs a second factor.
            case 401 ->
                answer.header("X-MFA_TOKEN").isPresent()
                        ? new Failure.Forbidden(status, "mfa_required")
                        : new Failure.AuthExpired(status);
            case 400 -> new Failure.Invalid(status, null, name(answer.body()));
            case 403 -> new Failure.Forbidden(status, name(answer.body()));
            case 409 -> new Failure.Invalid(status, null, UNIQUE_KEY);
            case 429 -> limited(answer, now);
            default -> BY_STATUS.read(answer, now);
        };
    }

    /** Whether a write was refused because its record is there already. */
    static boolean isDouble(Failure failure) {
        return (failure instanceof Failure.Forbidden forbidden && UNIQUE_KEY.equals(forbidden.vendorCode()))
                || (failure instanceof Failure.Invalid invalid && UNIQUE_KEY.equals(invalid.vendorCode()));
    }

    /** {@code Retry-After}, else until the rule's hour is over. */
    private static Failure limited(VendorAnswer answer, Instant now) {
        Failure byStatus = BY_STATUS.read(answer, now);
        if (byStatus instanceof Failure.RateLimited limited && limited.retryAfter() != null) {
            return limited;
        }
        Duration wait = answer.header("X-RateLimit-Reset")
                .map(String::strip)
                .filter(seconds -> seconds.matches("[0-9]{1,12}"))
                .map(seconds -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(seconds))))
                .filter(Duration::isPositive)
                .orElse(null);
        return new Failure.RateLimited(answer.status(), wait);
    }

    private static @Nullable String name(String body) {
        JsonNode error = json(body).path("error");
        String text =
                (error.path("detail").asText() + " " + error.path("message").asText()).toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(known -> text.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** In front of the instance errors are HTML. */
    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
