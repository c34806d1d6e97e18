package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Checks and keeps objects; every value is kept as a string. */
final class HubspotStore {

    private static final long FIRST_ID = 501;

    private final HubspotSchema schema;
    private final HubspotRules rules;
    private final HubspotEvents events;
    private final Records records;
    private final Clock clock;

    HubspotStore(HubspotSchema schema, HubspotRules rules, HubspotEvents events, Records records, Clock clock) {
        this.schema = schema;
        this.rules = rules;
        this.events = events;
        this.records = records;
        this.clock = clock;
    }

    ObjectNode create(String type, JsonNode properties) {
        return create(type, properties, clock.instant());
    }

    /** As if it had been written then, so that the search knows it since. */
    ObjectNode create(String type, JsonNode properties, Instant then) {
        rules.check(type, properties, "");
        rules.checkNew(type, properties);
        String id = String.valueOf(records.next("objects", FIRST_ID));
        ObjectNode object = Json.object().put("id", id);
        object.putObject("properties").put("hs_object_id", id).put("createdate", text(then));
        object.put("createdAt", text(then)).put("updatedAt", text(then)).put("archived", false);
        events.created(type, id);
        write(type, object, properties, then);
        return records.put(type, id, object);
    }

    void change(String type, ObjectNode object, JsonNode properties) {
        rules.check(type, properties, object.path("id").asText());
        write(type, object, properties, clock.instant());
    }

    /** What the one lacks it takes from the other. */
    void fill(ObjectNode kept, ObjectNode gone) {
        ObjectNode properties = (ObjectNode) kept.path("properties");
        gone.path("properties").properties().stream()
                .filter(entry -> properties.path(entry.getKey()).asText("").isEmpty())
                .forEach(entry -> properties.set(entry.getKey(), entry.getValue()));
        HubspotPhones.compute(properties);
        touch(kept, clock.instant());
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

    private void write(String type, ObjectNode object, JsonNode properties, Instant then) {
        ObjectNode kept = (ObjectNode) object.path("properties");
        properties.properties().forEach(entry -> {
            String property = entry.getKey();
            String before = value(object, property);
            if (entry.getValue().isNull()) {
                kept.putNull(property);
            } else {
                String text = entry.getValue().asText();
                kept.put(property, property.equals("email") ? text.toLowerCase(Locale.ROOT) : text);
            }
            if (!value(object, property).equals(before)) {
                events.changed(type, object.path("id").asText(), property, value(object, property));
            }
        });
        HubspotPhones.compute(kept);
        touch(object, then);
    }

    private static void touch(ObjectNode object, Instant then) {
        ((ObjectNode) object.path("properties"))
                .put("lastmodifieddate", text(then))
                .put("hs_lastmodifieddate", text(then));
        object.put("updatedAt", text(then));
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
