package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce's failing answers: an array of errors with codes, an object at the token endpoint. Of the free text only a field's
 * name is ever taken.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm">Status codes and error
 *     responses</a>
 */
final class SalesforceFailures implements FailureReader {
    /** Duplicate rules stopped a record. */
    static final String DUPLICATES_DETECTED = "DUPLICATES_DETECTED";
    /** Another record has this value in a unique field. */
    static final String DUPLICATE_VALUE = "DUPLICATE_VALUE";

    /** The allowance is a rolling day's: it frees bit by bit, so asking again now and then finds out sooner than waiting for a day. */
    private static final Duration DAY_USED_UP = Duration.ofMinutes(10);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,80}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.]{1,80}");
    private static final Pattern NO_SUCH_COLUMN = Pattern.compile("No such column '([A-Za-z0-9_.]{1,80})'");

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        JsonNode body = parse(answer.body());
        if (body.has("error")) {
            // The token endpoint: whatever is wrong with the credentials, an administrator has to mend them.
            return answer.status() < 500 ? new Failure.AuthExpired(answer.status()) : BY_STATUS.read(answer, now);
        }
        String code = code(body.path(0));
        return switch (answer.status()) {
            case 400 ->
                "UNABLE_TO_LOCK_ROW".equals(code)
                        ? new Failure.Unavailable(400, false, null)
                        : new Failure.Invalid(400, field(body.path(0)), code);
            case 403 ->
                "REQUEST_LIMIT_EXCEEDED".equals(code)
                        ? limited(answer, body.path(0), now)
                        : new Failure.Forbidden(403, code);
            // Somebody wrote the same external id at this moment: the next upsert finds what they made.
            case 409 -> new Failure.Unavailable(409, false, null);
            // Not "no such record" but a retired version in the settings.
            case 410 -> new Failure.Forbidden(410, code);
            case 422 -> new Failure.Invalid(422, field(body.path(0)), code);
            default -> BY_STATUS.read(answer, now);
        };
    }

    /** Either the day's requests are used up, or too many are running for long; only the text tells which. */
    private static Failure limited(VendorAnswer answer, JsonNode error, Instant now) {
        Duration wait = error.path("message").asText("").contains("TotalRequests") ? DAY_USED_UP : null;
        Failure asIf429 = BY_STATUS.read(new VendorAnswer(429, answer.headers(), ""), now);
        return asIf429 instanceof Failure.RateLimited hinted && hinted.retryAfter() != null
                ? new Failure.RateLimited(answer.status(), hinted.retryAfter())
                : new Failure.RateLimited(answer.status(), wait);
    }

    private static @Nullable String code(JsonNode error) {
        String code = error.path("errorCode").asText("");
        return CODE.matcher(code).matches() ? code : null;
    }

    private static @Nullable String field(JsonNode error) {
        String field = error.path("fields").path(0).asText("");
        if (FIELD.matcher(field).matches()) {
            return field;
        }
        Matcher unknown = NO_SUCH_COLUMN.matcher(error.path("message").asText(""));
        return unknown.find() ? unknown.group(1) : null;
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
