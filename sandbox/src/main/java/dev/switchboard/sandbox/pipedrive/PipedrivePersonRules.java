package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Records;
import java.util.Set;

/** What v2 refuses in a person that a client writes, v1's names of fields among it. */
final class PipedrivePersonRules {

    private static final Set<String> KNOWN = Set.of(
            "name",
            "owner_id",
            "org_id",
            "add_time",
            "emails",
            "phones",
            "visible_to",
            "label_ids",
            "postal_address",
            "notes",
            "im",
            "birthday",
            "job_title",
            "marketing_status",
            "custom_fields");
    private static final Set<String> OF_A_LINE = Set.of("value", "primary", "label");
    private static final int LONGEST = 255;

    private final Records records;
    private final PipedriveFields fields;

    PipedrivePersonRules(Records records, PipedriveFields fields) {
        this.records = records;
        this.fields = fields;
    }

    void checkNew(ObjectNode wish) {
        if (wish.path("name").asText("").isBlank()) {
            throw PipedriveErrors.invalid("name: Required");
        }
        check(wish);
    }

    void check(ObjectNode wish) {
        wish.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey())) {
                throw PipedriveErrors.invalid(entry.getKey() + ": is not allowed");
            }
            check(entry.getKey(), entry.getValue());
        });
    }

    private void check(String name, JsonNode value) {
        boolean fits = switch (name) {
            case "name" ->
                value.isTextual() && !value.asText().isBlank() && value.asText().length() <= LONGEST;
            case "emails", "phones" -> value.isArray() && value.valueStream().allMatch(PipedrivePersonRules::isLine);
            case "owner_id" -> value.isNull() || isKnown("users", value);
            case "org_id" -> value.isNull() || isKnown("organizations", value);
            case "label_ids" ->
                value.isArray() && value.valueStream().allMatch(id -> id.isInt() && fields.hasLabel(id.asInt()));
            case "custom_fields" -> value.isObject();
            default -> true;
        };
        if (!fits) {
            throw PipedriveErrors.invalid(name + ": is invalid");
        }
        if (name.equals("custom_fields")) {
            fields.check(value);
        }
    }

    private boolean isKnown(String type, JsonNode id) {
        return id.isInt() && records.find(type, id.asText()).isPresent();
    }

    private static boolean isLine(JsonNode line) {
        return line.isObject()
                && line.path("value").isTextual()
                && line.path("value").asText().length() <= LONGEST
                && line.properties().stream().allMatch(entry -> OF_A_LINE.contains(entry.getKey()));
    }
}
