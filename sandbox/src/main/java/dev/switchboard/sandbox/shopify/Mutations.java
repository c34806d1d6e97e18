package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the schema's mutations do. What the business refuses is a user error, not a GraphQL error. */
final class Mutations {

    private final ShopDocuments shop;
    private final Cancellations cancellations;

    Mutations(ShopDocuments shop, Cancellations cancellations) {
        this.shop = shop;
        this.cancellations = cancellations;
    }

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type(
                "Mutation",
                type -> type.dataFetcher("tagsAdd", this::addTags)
                        .dataFetcher("orderUpdate", this::updateOrder)
                        .dataFetcher("orderCancel", this::cancelOrder));
    }

    private ObjectNode addTags(DataFetchingEnvironment field) {
        Optional<ObjectNode> node = shop.node(field.getArgumentOrDefault("id", ""));
        if (node.isEmpty() || !node.get().has("tags")) {
            return userError("node", "id", "Node does not exist");
        }
        var tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        node.get().path("tags").forEach(tag -> tags.add(tag.asText()));
        field.<List<String>>getArgumentOrDefault("tags", List.of()).forEach(tag -> tags.add(tag.strip()));
        replaceTags(node.get(), tags);
        return done("node", touched(node.get()));
    }

    private ObjectNode updateOrder(DataFetchingEnvironment field) {
        Map<String, Object> input = field.getArgumentOrDefault("input", Map.of());
        Optional<ObjectNode> order = shop.byId(shop.orders(), String.valueOf(input.get("id")));
        if (order.isEmpty()) {
            return userError("order", "id", "Order does not exist");
        }
        for (String name : List.of("note", "email", "phone")) {
            if (input.containsKey(name)) {
                Object value = input.get(name);
                order.get().put(name, value == null ? null : value.toString());
            }
        }
        if (input.get("tags") instanceof List<?> tags) {
            replaceTags(order.get(), tags.stream().map(String::valueOf).toList());
        }
        return done("order", touched(order.get()));
    }

    private ObjectNode cancelOrder(DataFetchingEnvironment field) {
        Optional<ObjectNode> order = shop.byId(shop.orders(), field.getArgumentOrDefault("orderId", ""));
        Map<String, Object> refund = field.getArgumentOrDefault("refundMethod", Map.of());
        ObjectNode answer = Json.object();
        ArrayNode errors = answer.putArray("orderCancelUserErrors");
        if (order.isEmpty()) {
            addError(errors, "orderId", "Order does not exist").put("code", "NOT_FOUND");
            return answer;
        }
        Optional<String> objection = cancellations.objection(order.get());
        if (objection.isPresent()) {
            addError(errors, "orderId", objection.get()).put("code", "INVALID");
            return answer;
        }
        String reason = field.getArgumentOrDefault("reason", "OTHER");
        boolean isRefunded = Boolean.TRUE.equals(refund.get("originalPaymentMethodsRefund"));
        answer.set("job", cancellations.start(order.get(), reason, isRefunded));
        return answer;
    }

    private ObjectNode touched(ObjectNode document) {
        return document.put("updatedAt", shop.now().toString());
    }

    private static void replaceTags(ObjectNode document, Iterable<String> tags) {
        ArrayNode replaced = document.putArray("tags");
        tags.forEach(replaced::add);
    }

    private static ObjectNode done(String name, ObjectNode document) {
        ObjectNode answer = Json.object();
        answer.set(name, document);
        answer.putArray("userErrors");
        return answer;
    }

    private static ObjectNode userError(String name, String field, String message) {
        ObjectNode answer = Json.object().putNull(name);
        addError(answer.putArray("userErrors"), field, message);
        return answer;
    }

    private static ObjectNode addError(ArrayNode errors, String field, String message) {
        ObjectNode error = errors.addObject().put("message", message);
        error.putArray("field").add(field);
        return error;
    }
}
