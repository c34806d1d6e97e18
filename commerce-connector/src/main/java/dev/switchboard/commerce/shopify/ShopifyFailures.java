package dev.switchboard.commerce.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shopify's errors: by status, and inside answers with status 200. */
final class ShopifyFailures implements FailureReader {
    private static final int OK = 200;
    private static final String CODE = "[A-Za-z][A-Za-z0-9_]{0,63}";
    private static final Pattern SCOPE = Pattern.compile("\\b(read|write)_[a-z_]{1,60}\\b");
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 400 -> badRequest(answer);
            // Unpaid, locked, turned away by the shop or by Shopify's own defence: somebody has to act.
            case 402, 403, 423, 430 -> new Failure.Forbidden(status, null);
            // No order is named by a path here: it is the shop's or the version's name that is wrong.
            case 404 -> new Failure.Forbidden(status, "shop_or_version");
            case 429 -> new Failure.RateLimited(status, wait(answer));
            default -> BY_STATUS.read(answer, now);
        };
    }

    /** Shopify writes whole seconds as {@code 2.0}. */
    private static @Nullable Duration wait(VendorAnswer answer) {
        return answer.header("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches("[0-9]{1,6}([.][0-9]{1,3})?"))
                .map(seconds -> Duration.ofMillis((long) (Double.parseDouble(seconds) * 1_000)))
                .orElse(null);
    }

    /** At the token endpoint; an app of another organisation gets a page for people, and its secret is not to blame. */
    private static Failure badRequest(VendorAnswer answer) {
        if (answer.body().contains("shop_not_permitted")) {
            return new Failure.Forbidden(answer.status(), "shop_not_permitted");
        }
        if (answer.body().contains("invalid_client")) {
            return new Failure.AuthExpired(answer.status());
        }
        return new Failure.Invalid(answer.status(), null, null);
    }

    /**
     * What the errors in a successful answer mean.
     *
     * @param errors a list, or one text; not empty
     * @param extensions the answer's, with what the query would have cost
     */
    static Failure inside(JsonNode errors, @Nullable JsonNode extensions) {
        JsonNode detail = errors.path(0).path("extensions");
        String code = detail.path("code").asText();
        return switch (code) {
            case "THROTTLED" -> new Failure.RateLimited(OK, wait(extensions));
            case "ACCESS_DENIED" -> new Failure.Forbidden(OK, scope(errors.path(0)));
            case "SHOP_INACTIVE" -> new Failure.Forbidden(OK, code);
            case "INTERNAL_SERVER_ERROR" -> new Failure.Unavailable(OK, true, null);
            default -> new Failure.Invalid(OK, name(detail.path("fieldName")), name(detail.path("code")));
        };
    }

    /** Until the bucket holds what the query asks for. */
    private static Duration wait(@Nullable JsonNode extensions) {
        JsonNode cost = extensions == null ? null : extensions.path("cost");
        if (cost == null || !cost.path("throttleStatus").path("restoreRate").isNumber()) {
            return SHORTEST_WAIT;
        }
        JsonNode bucket = cost.path("throttleStatus");
        double missing = cost.path("requestedQueryCost").asDouble()
                - bucket.path("currentlyAvailable").asDouble();
        double rate = Math.max(1, bucket.path("restoreRate").asDouble());
        Duration wait = Duration.ofMillis((long) Math.ceil(Math.max(0, missing) / rate * 1_000));
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    /** The scope that is missing, where the error names it. */
    private static String scope(JsonNode error) {
        Matcher scope =
                SCOPE.matcher(error.path("extensions").path("requiredAccess").asText() + " "
                        + error.path("message").asText());
        return scope.find() ? scope.group() : "ACCESS_DENIED";
    }

    private static @Nullable String name(JsonNode node) {
        return node.asText().matches(CODE) ? node.asText() : null;
    }
}
