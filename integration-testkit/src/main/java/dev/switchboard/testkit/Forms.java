package dev.switchboard.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Forms, checked as JSON of texts. The checker guesses a form's types from its values, and takes +14155550100 for a number;
 * described as texts with patterns, every parameter is held against the type the vendor gives it.
 */
final class Forms {
    static final String TYPE = "application/x-www-form-urlencoded";
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Forms() {}

    /** Changes every description of a form into one of JSON. */
    static void describeAsJson(JsonNode node) {
        if (node.path("content") instanceof ObjectNode content && content.has(TYPE)) {
            JsonNode form = content.remove(TYPE);
            form.path("schema").path("properties").forEach(Forms::describeAsText);
            content.set(JSON_TYPE, form);
        }
        node.forEach(Forms::describeAsJson);
    }

    private static void describeAsText(JsonNode node) {
        if (!(node instanceof ObjectNode parameter)) {
            return;
        }
        switch (parameter.path("type").asText()) {
            case "integer" -> text(parameter, "^-?[0-9]+$");
            case "number" -> text(parameter, "^-?[0-9]+([.][0-9]+)?$");
            case "boolean" -> text(parameter, "^(true|false)$");
            case "array" -> {
                JsonNode item = parameter.path("items").deepCopy();
                describeAsText(item);
                parameter.removeAll();
                parameter
                        .putArray("oneOf")
                        .add(item)
                        .addObject()
                        .put("type", "array")
                        .set("items", item);
            }
            default -> {}
        }
    }

    private static void text(ObjectNode parameter, String pattern) {
        parameter.removeAll();
        parameter.put("type", "string").put("pattern", pattern);
    }

    /** A form's parameters as texts; one that comes more than once is an array. */
    static String asJson(String form) {
        ObjectNode parameters = JSON.createObjectNode();
        for (String pair : form.isEmpty() ? new String[0] : form.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            String value = parts.length == 1 ? "" : decode(parts[1]);
            if (!parameters.has(name)) {
                parameters.put(name, value);
            } else if (parameters.get(name).isArray()) {
                parameters.withArray(name).add(value);
            } else {
                String first = parameters.get(name).asText();
                parameters.putArray(name).add(first).add(value);
            }
        }
        return parameters.toString();
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
