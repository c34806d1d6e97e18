package dev.switchboard.crm.hubspot;

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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HubSpot's failing answers. Which field of the body is there changes from error to error, and gateways answer HTML.
 *
 * @see <a href="https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines">Usage guidelines</a>
 */
final class HubspotFailures implements FailureReader {
    /** A contact has this e-mail address already, or an object this value in a unique property. */
    private static final Set<String> TAKEN = Set.of("CONFLICT", "CONFLICTING_UNIQUE_VALUE");

    private static final Set<String> ABOUT_THE_ACCOUNT = Set.of("PROPERTY_DOESNT_EXIST", "INVALID_OPTION");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,80}");
    private static final Pattern PROPERTY = Pattern.compile("[a-z0-9_]{1,100}");
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    /** The day ends at midnight in the account's time zone, which the answer does not tell. */
    private static final Duration UNTIL_THE_DAY_MAY_BE_OVER = Duration.ofHours(1);

    private static final Duration LOCKED = Duration.ofSeconds(2);

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        JsonNode body = parse(answer.body());
        int status = answer.status();
        return switch (status) {
            case 400 ->
                refusedToken(body)
                        ? new Failure.AuthExpired(400)
                        : new Failure.Invalid(400, property(body), code(body));
            case 409, 422 -> new Failure.Invalid(status, property(body), code(body));
            case 403 -> new Failure.Forbidden(403, code(body));
            case 423 -> new Failure.Unavailable(423, false, LOCKED);
            case 429 -> limited(BY_STATUS.read(answer, now), body);
            // The account moves to another data centre.
            case 477 -> moving(answer, now);
            default -> BY_STATUS.read(answer, now);
        };
    }

    /** The property that the account does not have, or not with that value. */
    static Optional<String> refusedProperty(Failure failure) {
        return failure instanceof Failure.Invalid invalid
                        && invalid.vendorCode() != null
                        && ABOUT_THE_ACCOUNT.contains(invalid.vendorCode())
                ? Optional.ofNullable(invalid.field())
                : Optional.empty();
    }

    /** Whether there is one already, and cannot be another. */
    static boolean taken(Failure failure) {
        return failure instanceof Failure.Invalid invalid
                && invalid.vendorCode() != null
                && TAKEN.contains(invalid.vendorCode());
    }

    private static boolean refusedToken(JsonNode body) {
        return body.path("status").asText().equals("BAD_REFRESH_TOKEN")
                || body.path("status").asText().equals("BAD_CLIENT_ID")
                || body.path("error").asText().equals("invalid_grant");
    }

    /** HubSpot sends no Retry-After here: the policy's name tells. */
    private static Failure limited(Failure byStatus, JsonNode body) {
        if (byStatus instanceof Failure.RateLimited hinted && hinted.retryAfter() != null) {
            return hinted;
        }
        return new Failure.RateLimited(
                429,
                switch (body.path("policyName").asText()) {
                    // The ten seconds roll: room comes back with every second, long before the window has passed whole.
                    case "SECONDLY", "TEN_SECONDLY_ROLLING" -> A_SECOND;
                    case "DAILY" -> UNTIL_THE_DAY_MAY_BE_OVER;
                    default -> null;
                });
    }

    private static Failure moving(VendorAnswer answer, Instant now) {
        Failure asIf503 = BY_STATUS.read(new VendorAnswer(503, answer.headers(), ""), now);
        return asIf503 instanceof Failure.Unavailable away
                ? new Failure.Unavailable(answer.status(), false, away.retryAfter())
                : asIf503;
    }

    private static @Nullable String code(JsonNode body) {
        String code = body.at("/errors/0/code").asText(body.path("category").asText(""));
        return CODE.matcher(code).matches() ? code : null;
    }

    private static @Nullable String property(JsonNode body) {
        String property = body.at("/errors/0/context/propertyName/0").asText("");
        return PROPERTY.matcher(property).matches() ? property : null;
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
