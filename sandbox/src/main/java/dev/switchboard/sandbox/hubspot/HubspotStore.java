package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Checks and keeps objects; every value is kept as a string. */
final class HubspotStore {

    private static final long FIRST_ID = 501;

    private final HubspotSchema schema;
    private final HubspotRules rules;
    private final Records records;
    private final Clock clock;

    HubspotStore(HubspotSchema schema, HubspotRules rules, Records records, Clock clock) {
        this.schema = schema;
        this.rules = rules;
        this.records = records;
        this.clock = clock;
    }

    ObjectNode create(String type, JsonNode properties) {
        rules.check(type, properties, "");
        rules.checkNew(type, properties);
        String id = String.valueOf(records.next("objects", FIRST_ID));
        ObjectNode object = Json.object().put("id", id);
        object.putObject("properties").put("hs_object_id", id).put("createdate", now());
        object.put("createdAt", now()).put("updatedAt", now()).put("archived", false);
        write(object, properties);
        return records.put(type, id, object);
    }

    void change(String type, ObjectNode object, JsonNode properties) {
        rules.check(type, properties, object.path("id").asText());
        write(object, properties);
    }

    /** The object as it is answered: what was asked for, or what HubSpot thinks one wants. */
    ObjectNode view(String type, ObjectNode object, List<String> wanted) {
        ObjectNode view = object.deepCopy();
        ObjectNode shown = view.putObject("properties");
        for (HubspotProperty property : schema.properties(type)) {
            boolean always =
                    property.name().equals("hs_object_id") || property.name().endsWith("date");
            boolean asked = wanted.isEmpty() ? property.is("default") : wanted.contains(property.name());
            if (asked || (always && property.is("default") && property.is("readonly"))) {
                JsonNode value = object.path("properties").path(property.name());
                shown.put(property.name(), value.isMissingNode() || value.isNull() ? null : value.asText());
            }
        }
        return view;
    }

    /** Empty when the object has no such value. */
    static String value(ObjectNode object, String property) {
        return object.path("properties").path(property).asText("");
    }

    private void write(ObjectNode object, JsonNode properties) {
        ObjectNode kept = (ObjectNode) object.path("properties");
        properties.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                kept.putNull(entry.getKey());
                return;
            }
            String text = entry.getValue().asText();
            kept.put(entry.getKey(), entry.getKey().equals("email") ? text.toLowerCase(Locale.ROOT) : text);
        });
        HubspotPhones.compute(kept);
        kept.put("lastmodifieddate", now()).put("hs_lastmodifieddate", now());
        object.put("updatedAt", now());
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
