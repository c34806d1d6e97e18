package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.math.BigDecimal;

/** Makes the document of one variant with its stock in the one warehouse. */
final class Variants {

    private Variants() {}

    static ObjectNode variant(JsonNode entry, ObjectNode product) {
        String id = entry.path("id").asText();
        int available = entry.path("available").asInt();
        ObjectNode variant = Json.object()
                .put("id", "gid://shopify/ProductVariant/" + id)
                .put(
                        "displayName",
                        product.path("title").asText() + " - "
                                + entry.path("title").asText())
                .put("inventoryPolicy", "DENY")
                .put("inventoryQuantity", available)
                .put(
                        "availableForSale",
                        available > 0 && product.path("status").asText().equals("ACTIVE"))
                .put("productId", product.path("id").asText());
        Documents.copy(entry, variant, "title", "sku", "barcode", "price");
        ObjectNode item = variant.putObject("inventoryItem")
                .put("id", "gid://shopify/InventoryItem/" + id)
                .put("tracked", true);
        ObjectNode level = item.putArray("inventoryLevels").addObject().put("id", "gid://shopify/InventoryLevel/" + id);
        level.putObject("location")
                .put("id", "gid://shopify/Location/71234567890")
                .put("name", "Oakland warehouse");
        ObjectNode quantities = level.putObject("quantities");
        quantities.put("available", available).put("on_hand", available);
        Documents.copy(entry, quantities, "incoming");
        return variant;
    }

    /** The cheapest and the dearest of a product. */
    static ObjectNode priceRange(ArrayNode variants) {
        var prices = variants.valueStream()
                .map(variant -> new BigDecimal(variant.path("price").asText()))
                .sorted()
                .toList();
        BigDecimal lowest = prices.isEmpty() ? new BigDecimal("0.00") : prices.getFirst();
        BigDecimal highest = prices.isEmpty() ? lowest : prices.getLast();
        ObjectNode range = Json.object();
        range.set("minVariantPrice", ShopDocuments.money(lowest.toPlainString(), "USD"));
        range.set("maxVariantPrice", ShopDocuments.money(highest.toPlainString(), "USD"));
        return range;
    }
}
