package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The order of a connection, by the schema's sort keys. */
final class Sorting {

    private Sorting() {}

    static List<ObjectNode> sorted(List<ObjectNode> documents, String sortKey) {
        // A stable sort with a constant leaves the order of relevance, which here is the order of creation.
        Comparator<ObjectNode> comparator = switch (sortKey) {
            case "CREATED_AT" -> byText("createdAt");
            case "UPDATED_AT" -> byText("updatedAt");
            case "PROCESSED_AT" -> byText("processedAt");
            case "HAPPENED_AT" -> byText("happenedAt");
            case "NAME" -> byText("displayName");
            case "TITLE" -> byText("title");
            case "SKU" -> byText("sku");
            case "VENDOR" -> byText("vendor");
            case "ID" -> byText("id");
            case "ORDER_NUMBER" -> byNumber("number");
            case "INVENTORY_QUANTITY" -> byNumber("inventoryQuantity");
            case "TOTAL_PRICE" -> byNumber("currentTotalPriceSet");
            default -> (_, _) -> 0;
        };
        return documents.stream().sorted(comparator).toList();
    }

    private static Comparator<ObjectNode> byText(String field) {
        return Comparator.comparing(document -> document.path(field).asText());
    }

    private static Comparator<ObjectNode> byNumber(String field) {
        return Comparator.comparing(
                document -> new BigDecimal(document.path(field).asText("0")));
    }
}
