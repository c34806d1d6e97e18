package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.WiringFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a schema field out of a JSON document: connections are paged, amounts become money in two currencies. */
final class Fields implements WiringFactory {

    private static final String SHOP_CURRENCY = "USD";

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
        String type =
                TypeInfo.typeInfo(environment.getFieldDefinition().getType()).getName();
        if (type.endsWith("Connection")) {
            return field -> Page.of(field, ordered(field, documents(own(field))));
        }
        if (type.equals("MoneyBag")) {
            return field -> moneyBag(
                    own(field).asText(), document(field).path("currencyCode").asText(SHOP_CURRENCY));
        }
        return Fields::plain;
    }

    static ObjectNode document(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.<ObjectNode>getSource(), "a field of nothing");
    }

    private static JsonNode own(DataFetchingEnvironment field) {
        return document(field).path(field.getField().getName());
    }

    private static @Nullable Object plain(DataFetchingEnvironment field) {
        JsonNode value = own(field);
        if (value.isArray() && field.getArgument("first") instanceof Integer first) {
            return value.valueStream().limit(first).map(Fields::value).toList();
        }
        return value(value);
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isObject()) {
            return node;
        }
        if (node.isArray()) {
            return node.valueStream().map(Fields::value).toList();
        }
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isInt() ? Integer.valueOf(node.intValue()) : node.asText();
    }

    private static List<ObjectNode> documents(JsonNode list) {
        List<ObjectNode> documents = new ArrayList<>();
        list.forEach(item -> documents.add((ObjectNode) item));
        return documents;
    }

    private static List<ObjectNode> ordered(DataFetchingEnvironment field, List<ObjectNode> documents) {
        List<ObjectNode> sorted = Sorting.sorted(documents, field.getArgumentOrDefault("sortKey", "POSITION"));
        return field.getArgumentOrDefault("reverse", false) ? sorted.reversed() : sorted;
    }

    private static ObjectNode moneyBag(String amount, String currencyCode) {
        ObjectNode bag = Json.object();
        bag.set("presentmentMoney", ShopDocuments.money(amount, currencyCode));
        bag.set("shopMoney", ShopDocuments.money(amount, SHOP_CURRENCY));
        return bag;
    }
}
