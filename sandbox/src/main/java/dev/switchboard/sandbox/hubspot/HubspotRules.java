package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Switches;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What HubSpot refuses in properties that a client writes. */
final class HubspotRules {

    private static final int LONGEST_VALUE = 65_536;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final List<String> TICKET_STAGES = List.of("1", "2", "3", "4");

    private final HubspotSchema schema;
    private final Records records;
    private final Switches switches;

    HubspotRules(HubspotSchema schema, Records records, Switches switches) {
        this.schema = schema;
        this.records = records;
        this.switches = switches;
    }

    void checkNew(String type, JsonNode properties) {
        List<String> ruled = switches.get("required-properties")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        for (HubspotProperty property : schema.properties(type)) {
            boolean required = property.is("required") || ruled.contains(type + "." + property.name());
            if (required && properties.path(property.name()).asText("").isBlank()) {
                throw HubspotErrors.invalidProperty(
                        "MISSING_REQUIRED_PROPERTY",
                        property.name(),
                        "Some required properties were not set: " + property.name());
            }
        }
    }

    void check(String type, JsonNode properties, String ownId) {
        properties.properties().forEach(entry -> check(type, entry.getKey(), entry.getValue(), ownId));
    }

    Optional<ObjectNode> holder(String type, String property, String value) {
        return records.where(
                        type, object -> HubspotStore.value(object, property).equalsIgnoreCase(value))
                .findFirst();
    }

    private void check(String type, String name, JsonNode value, String ownId) {
        HubspotProperty property = schema.property(type, name)
                .orElseThrow(() -> HubspotErrors.invalidProperty(
                        "PROPERTY_DOESNT_EXIST", name, "Property \"" + name + "\" does not exist"));
        if (property.is("readonly")) {
            throw HubspotErrors.invalidProperty("READ_ONLY_VALUE", name, "\"" + name + "\" is a read only property");
        }
        if (value.isContainerNode()) {
            throw HubspotErrors.invalid("Invalid input JSON: a property is a string, a number or a boolean");
        }
        String text = value.asText("");
        if (value.isNull() || text.isEmpty()) {
            return;
        }
        if (text.length() > LONGEST_VALUE) {
            throw HubspotErrors.invalidProperty("VALUE_TOO_LONG", name, name + " is longer than 65536 characters");
        }
        checkShape(property, text);
        if (property.is("unique")) {
            checkUnique(type, property, text, ownId);
        }
    }

    private static void checkShape(HubspotProperty property, String text) {
        String name = property.name();
        boolean option = property.options().isEmpty() || property.options().contains(text);
        if (!option || (name.equals("hs_pipeline_stage") && !TICKET_STAGES.contains(text))) {
            throw HubspotErrors.invalidProperty(
                    "INVALID_OPTION", name, text + " was not one of the allowed options: " + property.options());
        }
        if (name.equals("email") && !EMAIL.matcher(text).matches()) {
            throw HubspotErrors.invalidProperty("INVALID_EMAIL", name, "Email address " + text + " is invalid");
        }
        if (property.type().equals("number") && !NUMBER.matcher(text).matches()) {
            throw HubspotErrors.invalidProperty("INVALID_NUMBER", name, text + " was not a valid number.");
        }
        if (property.type().equals("datetime") && !isTime(text)) {
            throw HubspotErrors.invalidProperty(
                    "INVALID_DATE", name, text + " was not a valid date or epoch in milliseconds.");
        }
    }

    private void checkUnique(String type, HubspotProperty property, String text, String ownId) {
        Optional<String> other = holder(type, property.name(), text)
                .map(holder -> holder.path("id").asText())
                .filter(id -> !id.equals(ownId));
        if (other.isEmpty()) {
            return;
        }
        if (property.name().equals("email")) {
            throw new AnsweredException(conflict(other.get()));
        }
        throw HubspotErrors.invalidProperty(
                "CONFLICTING_UNIQUE_VALUE", property.name(), other.get() + " already has that value.");
    }

    private static Answer conflict(String existingId) {
        return HubspotErrors.answer(409, "CONFLICT", "Contact already exists. Existing ID: " + existingId);
    }

    private static boolean isTime(String text) {
        if (text.matches("\\d{10,}")) {
            return true;
        }
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text)
                    .isAfter(Instant.EPOCH);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
