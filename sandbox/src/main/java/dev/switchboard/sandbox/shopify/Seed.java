package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Reads {@code seed.json}, where a time is {@code now-P1D} or {@code now+P2D}, into documents. */
final class Seed {

    private static final Set<String> TYPES = Set.of("customers", "orders", "products");

    private Seed() {}

    static void fill(Records records, Instant now) {
        ObjectNode seed = read();
        records.put("shop", "shop", (ObjectNode) seed.get("shop"));
        // Customers first: an order takes its email and address from its customer.
        for (String type : new String[] {"customers", "orders", "products"}) {
            seed.get(type).forEach(entry -> add(records, now, type, (ObjectNode) entry));
        }
    }

    static ObjectNode add(Records records, Instant now, String type, ObjectNode entry) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("the shop has no " + type + ", only " + TYPES);
        }
        settleTimes(entry, now);
        if (!entry.has("createdAt")) {
            entry.put("createdAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!entry.has("id")) {
            String gidType = Character.toUpperCase(type.charAt(0)) + type.substring(1, type.length() - 1);
            entry.put("id", "gid://shopify/" + gidType + "/" + records.next("ids", 6_900_000_000_001L));
        }
        ObjectNode document = switch (type) {
            case "customers" -> Documents.customer(entry);
            case "orders" -> Documents.order(entry, customerOf(records, entry));
            default -> Documents.product(entry);
        };
        return records.put(type, document.get("id").asText(), document);
    }

    private static ObjectNode customerOf(Records records, ObjectNode order) {
        return records.find("customers", order.path("customerId").asText()).orElseGet(Json::object);
    }

    private static void settleTimes(JsonNode node, Instant now) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String text = field.getValue().asText();
                if (text.startsWith("now")) {
                    field.setValue(object.textNode(now.plus(Duration.parse(text.substring("now".length())))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()));
                }
            });
        }
        node.forEach(child -> settleTimes(child, now));
    }

    private static ObjectNode read() {
        try (InputStream seed = Seed.class.getResourceAsStream("seed.json")) {
            if (seed == null) {
                throw new IllegalStateException("seed.json is not on the class path");
            }
            return Json.object(new String(seed.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
