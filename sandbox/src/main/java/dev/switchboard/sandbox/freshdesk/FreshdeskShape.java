package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys that a body may have and the types they must have: nothing is converted, and no other key is let pass. */
record FreshdeskShape(Map<String, FieldType> fields) {

    enum FieldType {
        TEXT("String"),
        INTEGER("Integer"),
        BOOLEAN("Boolean"),
        LIST("Array"),
        OBJECT("key/value pair");

        private final String title;

        FieldType(String title) {
            this.title = title;
        }

        private boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isTextual();
                case INTEGER -> value.isIntegralNumber();
                case BOOLEAN -> value.isBoolean();
                case LIST -> value.isArray();
                case OBJECT -> value.isObject();
            };
        }
    }

    FreshdeskShape {
        fields = Map.copyOf(fields);
    }

    List<ObjectNode> violations(ObjectNode body) {
        List<ObjectNode> violations = new ArrayList<>();
        body.properties().forEach(entry -> {
            FieldType type = fields.get(entry.getKey());
            if (type == null) {
                violations.add(FreshdeskErrors.violation(
                        entry.getKey(), "invalid_field", "Unexpected/invalid field in request"));
            } else if (!entry.getValue().isNull() && !type.fits(entry.getValue())) {
                violations.add(FreshdeskErrors.violation(
                        entry.getKey(),
                        "datatype_mismatch",
                        "Value set is of type " + entry.getValue().getNodeType() + ". It should be a/an "
                                + type.title));
            }
        });
        return violations;
    }

    /** What must be there and is not. */
    static List<ObjectNode> missing(ObjectNode body, List<String> required) {
        return required.stream()
                .filter(name ->
                        !body.hasNonNull(name) || body.get(name).asText("x").isBlank())
                .map(name -> FreshdeskErrors.violation(name, "missing_field", "It should be present"))
                .toList();
    }
}
