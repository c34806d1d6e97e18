package dev.switchboard.commerce.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyFailuresTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"302,202,1000", "102,100,500", "50,100,500"})
    void waitsUntilTheBucketHoldsWhatTheQueryAsks(int requested, int available, long millis) {
        String answer = """
                {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
                 "extensions":{"cost":{"requestedQueryCost":%d,"actualQueryCost":null,
                  "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":%d,"restoreRate":100.0}}}}""".formatted(requested, available);
        assertThat(inside(answer)).isEqualTo(new Failure.RateLimited(200, Duration.ofMillis(millis)));
    }

    @Test
    void namesTheScopeThatIsMissing() {
        assertThat(inside("""
                {"errors":[{"message":"Access denied for customer field. Required access: `read_customers` access scope.",
                 "extensions":{"code":"ACCESS_DENIED"}}],"data":{"orders":null}}""")).isEqualTo(new Failure.Forbidden(200, "read_customers"));
        assertThat(inside("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}"))
                .isEqualTo(new Failure.Forbidden(200, "ACCESS_DENIED"));
    }

    @Test
    void tellsOurMistakesFromTheVendors() {
        assertThat(inside("""
                {"errors":[{"message":"Field 'x' doesn't exist on type 'Order'",
                 "extensions":{"code":"undefinedField","typeName":"Order","fieldName":"x"}}]}""")).isEqualTo(new Failure.Invalid(200, "x", "undefinedField"));
        assertThat(inside("{\"errors\":[{\"message\":\"big\",\"extensions\":{\"code\":\"MAX_COST_EXCEEDED\"}}]}"))
                .isEqualTo(new Failure.Invalid(200, null, "MAX_COST_EXCEEDED"));
        assertThat(inside("{\"errors\":[{\"message\":\"oh\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]}"))
                .isEqualTo(new Failure.Unavailable(200, true, null));
        assertThat(inside("{\"errors\":[{\"message\":\"shut\",\"extensions\":{\"code\":\"SHOP_INACTIVE\"}}]}"))
                .isEqualTo(new Failure.Forbidden(200, "SHOP_INACTIVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"errors\":\"Jane's order is broken\"}", "{\"errors\":[{\"message\":\"Jane\"}]}"})
    void takesAnErrorOfAnyShapeForOneAndRepeatsNoText(String answer) {
        assertThat(inside(answer)).isEqualTo(new Failure.Invalid(200, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"data\":[]}", "{\"data\":{\"shop\":{}}}", "{\"data\":{}}"})
    void takesNoAnswerForADefect(String answer) {
        assertThat(inside(answer)).isEqualTo(new Failure.Malformed(200));
    }

    @Test
    void readsWhatTheStatusSays() {
        FailureReader failures = new ShopifyFailures();
        assertThat(read(failures, 401, "{\"errors\":\"[API] Invalid API key\"}"))
                .isEqualTo(new Failure.AuthExpired(401));
        assertThat(read(failures, 400, "{\"error\":\"invalid_client\"}")).isEqualTo(new Failure.AuthExpired(400));
        assertThat(read(failures, 400, "<p>Oauth error shop_not_permitted: Client credentials cannot ...</p>"))
                .isEqualTo(new Failure.Forbidden(400, "shop_not_permitted"));
        assertThat(read(failures, 404, "")).isEqualTo(new Failure.Forbidden(404, "shop_or_version"));
        assertThat(read(failures, 402, "")).isEqualTo(new Failure.Forbidden(402, null));
        assertThat(read(failures, 423, "")).isEqualTo(new Failure.Forbidden(423, null));
        assertThat(read(failures, 430, "")).isEqualTo(new Failure.Forbidden(430, null));
        assertThat(read(failures, 502, "")).isEqualTo(new Failure.Unavailable(502, true, null));
        assertThat(failures.read(new VendorAnswer(429, Map.of("Retry-After", "2.0"), ""), Instant.EPOCH))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(2)));
    }

    private static Failure read(FailureReader failures, int status, String body) {
        return failures.read(new VendorAnswer(status, Map.of(), body), Instant.EPOCH);
    }

    /** What asking for the shop ends with when this is the answer. */
    private static Failure inside(String answer) {
        JsonNode says = json(answer);
        ShopifyGraph graph = new ShopifyGraph(
                request -> new ShopifyJson.Answer(says.get("data"), says.get("errors"), says.get("extensions")));
        return catchThrowableOfType(
                        IntegrationException.class,
                        () -> graph.ask(ShopifyDocument.SHOP, Map.of(), ShopifyJson.ShopAnswer.class))
                .failure();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
