package dev.switchboard.commerce.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.util.Map;
import java.util.function.Function;

/** Sends a document and reads its answer, or the errors that stand in its place. */
final class ShopifyGraph {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Function<ShopifyJson.Request, ShopifyJson.Answer> shop;

    ShopifyGraph(Function<ShopifyJson.Request, ShopifyJson.Answer> shop) {
        this.shop = shop;
    }

    /** Data beside errors is not used: it is not known what is missing. */
    <T> T ask(ShopifyDocument document, Map<String, Object> variables, Class<T> type) {
        ShopifyJson.Answer answer =
                shop.apply(new ShopifyJson.Request(document.text(), variables, document.operation()));
        JsonNode errors = answer.errors();
        if (errors != null && !errors.isNull() && !(errors.isArray() && errors.isEmpty())) {
            throw failed(document, ShopifyFailures.inside(errors, answer.extensions()));
        }
        JsonNode data = answer.data();
        if (data == null || !data.isObject()) {
            throw failed(document, new Failure.Malformed(200));
        }
        try {
            return JSON.treeToValue(data, type);
        } catch (JsonProcessingException notTheContract) {
            // Without the cause: its message quotes the answer.
            throw failed(document, new Failure.Malformed(200));
        }
    }

    private static IntegrationException failed(ShopifyDocument document, Failure failure) {
        return new IntegrationException("shopify", document.operation(), failure);
    }
}
