package dev.switchboard.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Schemas that say by a discriminator which others stand for them. The checker wants the property in the schema itself and gives
 * up where it stands in those others; spelled out as {@code oneOf} it checks them.
 */
final class Discriminators {
    private static final String SCHEMAS = "#/components/schemas/";

    private Discriminators() {}

    static void spellOut(ObjectNode description) {
        Map<String, JsonNode> choices = new HashMap<>();
        description.at("/components/schemas").properties().forEach(schema -> {
            JsonNode mapping = schema.getValue().at("/discriminator/mapping");
            if (mapping.isObject() && !schema.getValue().has("oneOf")) {
                choices.put(SCHEMAS + schema.getKey(), mapping);
            }
        });
        replace(description, choices);
    }

    /** A part of an {@code allOf} is what is common to the choices, and stays. */
    private static void replace(JsonNode node, Map<String, JsonNode> choices) {
        if (node instanceof ObjectNode schema) {
            schema.properties().stream()
                    .filter(field -> !field.getKey().equals("allOf"))
                    .forEach(field -> choose(field.getValue(), choices));
            if (schema.path("discriminator").isObject()) {
                schema.remove("discriminator");
            }
        }
        node.forEach(child -> replace(child, choices));
    }

    private static void choose(JsonNode reference, Map<String, JsonNode> choices) {
        JsonNode mapping = choices.get(reference.path("$ref").asText());
        if (mapping != null && reference instanceof ObjectNode replaced) {
            replaced.removeAll();
            ArrayNode oneOf = replaced.putArray("oneOf");
            mapping.forEach(target -> oneOf.addObject().put("$ref", target.asText()));
        }
    }
}
