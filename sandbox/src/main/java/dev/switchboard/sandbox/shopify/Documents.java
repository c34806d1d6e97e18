package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.math.BigDecimal;

/** Makes documents, in the shape that the schema serves, of the short entries of {@code seed.json}. */
final class Documents {

    private Documents() {}

    static ObjectNode customer(ObjectNode entry) {
        ObjectNode customer = identified(entry)
                .put(
                        "displayName",
                        entry.path("firstName").asText() + " "
                                + entry.path("lastName").asText())
                .put("state", "ENABLED")
                .put("locale", "en")
                .put("verifiedEmail", true);
        copy(entry, customer, "firstName", "lastName", "note", "createdAt");
        customer.set(
                "updatedAt", entry.path("updatedAt").isMissingNode() ? entry.get("createdAt") : entry.get("updatedAt"));
        customer.set("tags", entry.has("tags") ? entry.get("tags") : Json.array());
        if (entry.hasNonNull("email")) {
            customer.putObject("defaultEmailAddress").set("emailAddress", entry.get("email"));
        }
        if (entry.hasNonNull("phone")) {
            customer.putObject("defaultPhoneNumber").set("phoneNumber", entry.get("phone"));
        }
        customer.set("defaultAddress", entry.get("address"));
        return customer;
    }

    static ObjectNode order(ObjectNode entry, ObjectNode customer) {
        BigDecimal total = new BigDecimal(entry.path("total").asText("0.00"));
        BigDecimal shipping = new BigDecimal(entry.path("shipping").asText("0.00"));
        boolean isPaid = entry.path("displayFinancialStatus").asText("PAID").equals("PAID");
        ObjectNode order = identified(entry)
                .put("displayFinancialStatus", "PAID")
                .put("displayFulfillmentStatus", "UNFULFILLED")
                .put("returnStatus", "NO_RETURN")
                .put("currencyCode", "USD")
                .put("closed", false)
                .put("test", false)
                .put("edited", false)
                .put("currentTotalPriceSet", total.toPlainString())
                .put("currentSubtotalPriceSet", total.subtract(shipping).toPlainString())
                .put("currentTotalTaxSet", "0.00")
                .put("totalShippingPriceSet", shipping.toPlainString())
                .put("totalOutstandingSet", isPaid ? "0.00" : total.toPlainString())
                .put("totalRefundedSet", "0.00");
        copy(entry, order, "name", "number", "confirmationNumber", "createdAt", "closed", "note", "customerId");
        copy(entry, order, "displayFinancialStatus", "displayFulfillmentStatus");
        order.set("processedAt", entry.get("createdAt"));
        order.set("updatedAt", entry.has("updatedAt") ? entry.get("updatedAt") : entry.get("createdAt"));
        order.set("tags", entry.has("tags") ? entry.get("tags") : Json.array());
        order.set(
                "email",
                entry.hasNonNull("email") ? entry.get("email") : customer.at("/defaultEmailAddress/emailAddress"));
        order.set("phone", customer.at("/defaultPhoneNumber/phoneNumber"));
        order.set(
                "shippingAddress", entry.hasNonNull("address") ? entry.get("address") : customer.get("defaultAddress"));
        order.putObject("shippingLine").put("title", "Standard").put("code", "standard");
        order.put(
                "statusPageUrl",
                "https://shop.example.com/orders/"
                        + order.path("legacyResourceId").asText() + "/status");
        ArrayNode lines = order.putArray("lineItems");
        boolean isShipped = !entry.path("shipments").isEmpty();
        entry.path("lines").forEach(line -> lines.add(line(line, isShipped)));
        ArrayNode fulfillments = order.putArray("fulfillments");
        entry.path("shipments")
                .forEach(shipment -> fulfillments.add(Shipments.fulfillment(
                        shipment, entry.path("name").asText() + "." + (fulfillments.size() + 1), lines)));
        return order;
    }

    static ObjectNode product(ObjectNode entry) {
        ObjectNode product = identified(entry).put("tracksInventory", true).put("status", "ACTIVE");
        copy(entry, product, "title", "handle", "status", "vendor", "productType", "tags");
        product.set("updatedAt", entry.get("createdAt"));
        if (product.path("status").asText().equals("ACTIVE")) {
            product.put(
                    "onlineStoreUrl",
                    "https://shop.example.com/products/" + entry.path("handle").asText());
        }
        ArrayNode variants = product.putArray("variants");
        entry.path("variants").forEach(variant -> variants.add(Variants.variant(variant, product)));
        product.set("priceRangeV2", Variants.priceRange(variants));
        product.put(
                "totalInventory",
                variants.valueStream()
                        .mapToInt(each -> each.path("inventoryQuantity").asInt())
                        .sum());
        return product;
    }

    static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    private static ObjectNode line(JsonNode line, boolean isShipped) {
        ObjectNode item = Json.object()
                .put("id", "gid://shopify/LineItem/" + line.path("id").asText())
                .put("currentQuantity", line.path("quantity").asInt())
                .put("refundableQuantity", line.path("quantity").asInt())
                .put(
                        "unfulfilledQuantity",
                        isShipped ? 0 : line.path("quantity").asInt())
                .put("discountedTotalSet", line.path("total").asText());
        copy(line, item, "title", "variantTitle", "sku", "quantity");
        return item;
    }

    private static ObjectNode identified(ObjectNode entry) {
        String id = entry.path("id").asText();
        return Json.object().put("id", id).put("legacyResourceId", id.substring(id.lastIndexOf('/') + 1));
    }
}
