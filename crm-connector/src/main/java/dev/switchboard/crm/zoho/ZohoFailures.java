package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zoho's refusals. The same error stands in a failing answer, or in place of a record in a good one; the accounts host has a form of
 * its own.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/status-codes.html">Status codes</a>
 */
final class ZohoFailures implements FailureReader {
    /** Another record has this value in a unique field. */
    static final String DUPLICATE_DATA = "DUPLICATE_DATA";
    /** The refresh token was granted without the scope that this needs. */
    static final String OAUTH_SCOPE_MISMATCH = "OAUTH_SCOPE_MISMATCH";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,80}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_$]{1,80}");
    private static final Duration LOCKED = Duration.ofSeconds(2);
    /** Credits come back one by one, a day after they were spent. */
    private static final Duration UNTIL_CREDITS_COME_BACK = Duration.ofHours(1);

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        int status = answer.status();
        JsonNode body = parse(answer.body());
        if (body.path("error").isTextual() && status < 500) {
            return refusedToken(status, body.path("error").asText());
        }
        JsonNode error = body.path("code").isTextual() ? body : body.at(body.has("watch") ? "/watch/0" : "/data/0");
        String code = code(error.path("code").asText(""));
        return switch (status) {
            case 401 ->
                OAUTH_SCOPE_MISMATCH.equals(code) ? new Failure.Forbidden(401, code) : new Failure.AuthExpired(401);
            case 403 -> new Failure.Forbidden(403, code);
            // Not "no such record" but a version or a module that this account does not have.
            case 404 -> new Failure.Invalid(404, null, code);
            case 409 -> new Failure.Unavailable(409, false, LOCKED);
            case 429 -> limited(answer, now);
            default -> status < 500 ? refused(status, code, error.path("details")) : BY_STATUS.read(answer, now);
        };
    }

    /** What the accounts host says instead of a token, with whatever status. */
    static Failure refusedToken(int status, String error) {
        // "Access Denied" are too many tokens; access_denied, with its underscore, is about who asks.
        return error.equalsIgnoreCase("Access Denied")
                ? new Failure.RateLimited(status, null)
                : new Failure.AuthExpired(status);
    }

    /** An error by its code alone, as it stands inside good answers. */
    static Failure refused(int status, @Nullable String told, @Nullable JsonNode details) {
        String code = code(told == null ? "" : told);
        return switch (code == null ? "" : code) {
            case "INVALID_TOKEN", "AUTHENTICATION_FAILURE" -> new Failure.AuthExpired(status);
            case OAUTH_SCOPE_MISMATCH, "NO_PERMISSION" -> new Failure.Forbidden(status, code);
            case "TOO_MANY_REQUESTS" -> new Failure.RateLimited(status, null);
            case "RECORD_LOCKED" -> new Failure.Unavailable(status, false, LOCKED);
            case "INTERNAL_ERROR" -> new Failure.Unavailable(status, true, null);
            default -> new Failure.Invalid(status, field(details), code);
        };
    }

    /** Too many at once, or within a window whose end stands in milliseconds; or the day's credits are spent. */
    private static Failure limited(VendorAnswer answer, Instant now) {
        if (BY_STATUS.read(answer, now) instanceof Failure.RateLimited hinted && hinted.retryAfter() != null) {
            return hinted;
        }
        if (answer.header("X-API-CREDITS-REMAINING").filter("0"::equals).isPresent()) {
            return new Failure.RateLimited(429, UNTIL_CREDITS_COME_BACK);
        }
        Optional<Duration> wait = answer.header("X-RATELIMIT-RESET")
                .filter(reset -> reset.matches("[0-9]{10,15}"))
                .map(reset -> Duration.between(now, Instant.ofEpochMilli(Long.parseLong(reset))))
                .filter(Duration::isPositive);
        return new Failure.RateLimited(429, wait.orElse(null));
    }

    private static @Nullable String code(String told) {
        return CODE.matcher(told).matches() ? told : null;
    }

    private static @Nullable String field(@Nullable JsonNode details) {
        String field = details == null ? "" : details.path("api_name").asText("");
        return FIELD.matcher(field).matches() ? field : null;
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
