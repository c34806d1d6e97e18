package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;

/** Makes the document of one parcel with everything of its order in it. */
final class Shipments {

    private Shipments() {}

    static ObjectNode fulfillment(JsonNode shipment, String name, ArrayNode lines) {
        String id = shipment.path("id").asText();
        ObjectNode fulfillment = Json.object()
                .put("id", "gid://shopify/Fulfillment/" + id)
                .put("name", name)
                .put("status", "SUCCESS")
                .put(
                        "totalQuantity",
                        lines.valueStream()
                                .mapToInt(each -> each.path("quantity").asInt())
                                .sum());
        Documents.copy(
                shipment,
                fulfillment,
                "displayStatus",
                "createdAt",
                "inTransitAt",
                "deliveredAt",
                "estimatedDeliveryAt");
        ObjectNode tracking = fulfillment.putArray("trackingInfo").addObject();
        Documents.copy(shipment, tracking, "company", "number", "url");
        ArrayNode contents = fulfillment.putArray("fulfillmentLineItems");
        lines.forEach(line -> contents.addObject()
                .put("id", "gid://shopify/FulfillmentLineItem/" + id + contents.size())
                .put("quantity", line.path("quantity").asInt())
                .set("lineItem", line));
        ArrayNode events = fulfillment.putArray("events");
        shipment.path("events").forEach(event -> events.add(event(event, id + events.size(), shipment)));
        JsonNode last = events.path(events.size() - 1).path("happenedAt");
        fulfillment.set("updatedAt", last.isMissingNode() ? shipment.get("createdAt") : last);
        return fulfillment;
    }

    private static ObjectNode event(JsonNode event, String id, JsonNode shipment) {
        ObjectNode document =
                Json.object().put("id", "gid://shopify/FulfillmentEvent/" + id).put("country", "United States");
        Documents.copy(event, document, "status", "happenedAt", "message", "city");
        Documents.copy(shipment, document, "estimatedDeliveryAt");
        return document;
    }
}
