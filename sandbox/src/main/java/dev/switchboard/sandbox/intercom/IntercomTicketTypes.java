package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account's one ticket type with its attributes, and the states tickets go through. Attributes are written by display name and
 * searched by id. The switch {@code lacking-attributes} removes some.
 */
final class IntercomTicketTypes {

    static final String TYPE = "1234";

    private static final List<String> PRIORITIES = List.of("Low", "Normal", "High", "Urgent");
    private static final List<String> SENTIMENTS = List.of("positive", "neutral", "negative");
    /** By display name: its id. */
    private static final Map<String, String> STRINGS =
            Map.of("_default_title_", "196", "_default_description_", "197", "External ID", "198", "AI intent", "199");
    /** By display name: its id. */
    private static final Map<String, String> LISTS = Map.of("Priority", "200", "AI sentiment", "201");
    /** By id: its category. */
    private static final Map<String, String> STATES =
            Map.of("8481", "submitted", "8482", "in_progress", "8483", "waiting_on_customer", "8484", "resolved");

    private final Switches switches;

    IntercomTicketTypes(Switches switches) {
        this.switches = switches;
    }

    Answer list() {
        ObjectNode body = Json.object().put("type", "list");
        body.putArray("data").add(type());
        return Answer.json(200, body);
    }

    Answer read(Request request) {
        if (!request.parameter("id").equals(TYPE)) {
            throw IntercomErrors.refused(404, "ticket_type_not_found", "Ticket type not found");
        }
        return Answer.json(200, type());
    }

    Answer states() {
        ObjectNode body = Json.object().put("type", "list");
        ArrayNode states = body.putArray("data");
        STATES.keySet().stream().sorted().forEach(id -> states.add(state(id)));
        return Answer.json(200, body);
    }

    ObjectNode type() {
        ObjectNode type = Json.object()
                .put("type", "ticket_type")
                .put("id", TYPE)
                .put("category", "Customer")
                .put("name", "Customer request")
                .put("workspace_id", "sbx1")
                .put("archived", false);
        ArrayNode attributes =
                type.putObject("ticket_type_attributes").put("type", "list").putArray("data");
        STRINGS.keySet().stream().sorted().filter(this::has).forEach(name -> attributes.add(attribute(name, "string")));
        LISTS.keySet().stream().sorted().filter(this::has).forEach(name -> attributes.add(attribute(name, "list")));
        return type;
    }

    ObjectNode state(String id) {
        String category = STATES.get(id);
        if (category == null) {
            throw IntercomErrors.invalid("ticket_state_id", "Ticket state id is not valid");
        }
        String label = category.substring(0, 1).toUpperCase(Locale.ROOT)
                + category.substring(1).replace('_', ' ');
        return Json.object()
                .put("type", "ticket_state")
                .put("id", id)
                .put("category", category)
                .put("internal_label", label)
                .put("external_label", label);
    }

    /** The display name of the attribute that is searched by this id. */
    Optional<String> attributeName(String id) {
        return Stream.concat(STRINGS.entrySet().stream(), LISTS.entrySet().stream())
                .filter(entry -> entry.getValue().equals(id) && has(entry.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Names must be the type's, and what is chosen from a list must be in it. */
    void check(JsonNode attributes) {
        attributes.properties().forEach(entry -> {
            String name = entry.getKey();
            if (!has(name) || !(STRINGS.containsKey(name) || LISTS.containsKey(name))) {
                throw IntercomErrors.invalid(
                        name, "The ticket type attribute " + name + " does not exist for this ticket type");
            }
            if (LISTS.containsKey(name)
                    && !options(name).contains(entry.getValue().asText())) {
                throw IntercomErrors.invalid(name, "The value is not one of the options of " + name);
            }
        });
        if (attributes.path("_default_title_").asText("").isBlank()) {
            throw IntercomErrors.missing("_default_title_");
        }
        if (attributes.path("_default_title_").asText().length() > 255) {
            throw IntercomErrors.invalid("_default_title_", "The title is too long");
        }
    }

    private boolean has(String name) {
        return switches.get("lacking-attributes")
                .valueStream()
                .noneMatch(lacking -> lacking.asText().equals(name));
    }

    private static List<String> options(String name) {
        return name.equals("Priority") ? PRIORITIES : SENTIMENTS;
    }

    private static ObjectNode attribute(String name, String kind) {
        boolean standard = name.startsWith("_default_");
        ObjectNode attribute = Json.object()
                .put("type", "ticket_type_attribute")
                .put("id", kind.equals("list") ? LISTS.get(name) : STRINGS.get(name))
                .put("name", name)
                .put("data_type", kind)
                .put("required_to_create", name.equals("_default_title_"))
                .put("visible_to_contacts", standard)
                .put("default", standard)
                .put("ticket_type_id", Integer.parseInt(TYPE))
                .put("archived", false);
        ObjectNode input = attribute.putObject("input_options");
        if (kind.equals("list")) {
            ArrayNode options = input.putArray("list_options");
            options(name)
                    .forEach(option -> options.addObject().put("label", option).put("id", option));
        }
        return attribute;
    }
}
