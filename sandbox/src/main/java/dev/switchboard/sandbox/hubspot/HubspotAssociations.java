package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which object belongs to which. Each pair is kept once, with the type id of the direction it was made in. */
final class HubspotAssociations {

    private static final String ASSOCIATIONS = "associations";
    private static final Map<Integer, List<String>> DIRECTIONS = Map.ofEntries(
            Map.entry(194, List.of("calls", "contacts")), Map.entry(182, List.of("calls", "companies")),
            Map.entry(206, List.of("calls", "deals")), Map.entry(220, List.of("calls", "tickets")),
            Map.entry(202, List.of("notes", "contacts")), Map.entry(190, List.of("notes", "companies")),
            Map.entry(214, List.of("notes", "deals")), Map.entry(228, List.of("notes", "tickets")),
            Map.entry(81, List.of("communications", "contacts")), Map.entry(16, List.of("tickets", "contacts")),
            Map.entry(1, List.of("contacts", "companies")), Map.entry(279, List.of("contacts", "companies")),
            Map.entry(3, List.of("deals", "contacts")), Map.entry(4, List.of("contacts", "deals")),
            Map.entry(15, List.of("contacts", "tickets")), Map.entry(26, List.of("tickets", "companies")));

    private static final int LARGEST_PAGE = 500;

    private final Records records;
    private final Switches switches;

    HubspotAssociations(Records records, Switches switches) {
        this.records = records;
        this.switches = switches;
    }

    /** What a create names under {@code associations}; the type id tells what kind of object the other one is. */
    void check(String type, JsonNode wishes) {
        for (JsonNode wish : wishes) {
            int typeId = wish.at("/types/0/associationTypeId").asInt();
            List<String> direction = DIRECTIONS.getOrDefault(typeId, List.of("", ""));
            String id = wish.at("/to/id").asText();
            if (!direction.getFirst().equals(type)) {
                throw HubspotErrors.invalid("invalid association type " + typeId + " for " + type);
            }
            if (records.find(direction.getLast(), id).isEmpty()) {
                throw HubspotErrors.invalid("One or more associations are not valid: object " + id + " does not exist");
            }
        }
    }

    void add(String type, String id, JsonNode wishes) {
        for (JsonNode wish : wishes) {
            int typeId = wish.at("/types/0/associationTypeId").asInt();
            String toType = DIRECTIONS.getOrDefault(typeId, List.of("", "")).getLast();
            put(type, id, toType, wish.at("/to/id").asText(), typeId);
        }
    }

    /** Without a type id: HubSpot takes the standard one. */
    Answer putDefault(Request request) {
        String fromType = request.parameter("type");
        String toType = request.parameter("toType");
        boolean known = records.find(fromType, request.parameter("id")).isPresent()
                && records.find(toType, request.parameter("toId")).isPresent();
        Optional<Integer> typeId = DIRECTIONS.entrySet().stream()
                .filter(direction -> direction.getValue().equals(List.of(fromType, toType)))
                .map(Map.Entry::getKey)
                .max(Integer::compare);
        if (!known) {
            throw HubspotErrors.notFound();
        }
        if (typeId.isEmpty()) {
            throw HubspotErrors.invalid("no association between " + fromType + " and " + toType);
        }
        put(fromType, request.parameter("id"), toType, request.parameter("toId"), typeId.get());
        return Answer.json(200, Json.object().put("status", "COMPLETE").set("results", Json.array()));
    }

    Answer batchRead(Request request) {
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode input : request.json().path("inputs")) {
            String id = input.path("id").asText();
            List<ObjectNode> targets =
                    of(request.parameter("from"), id, request.parameter("to")).toList();
            if (targets.isEmpty()) {
                errors.add(HubspotErrors.error(
                        "OBJECT_NOT_FOUND",
                        "No " + request.parameter("to") + " are associated with " + request.parameter("from") + " " + id
                                + "."));
                continue;
            }
            ObjectNode result = results.addObject();
            result.putObject("from").put("id", id);
            ArrayNode to = result.putArray("to");
            int from = input.path("after").asInt(0);
            int end = Math.min(
                    targets.size(), from + switches.get("association-page").asInt(LARGEST_PAGE));
            targets.subList(Math.min(from, end), end).forEach(target -> to.add(target(target)));
            if (end < targets.size()) {
                result.putObject("paging").putObject("next").put("after", String.valueOf(end));
            }
        }
        ObjectNode body = Json.object().put("status", "COMPLETE");
        body.set("results", results);
        if (errors.isEmpty()) {
            return Answer.json(200, body);
        }
        return Answer.json(207, body.put("numErrors", errors.size()).set("errors", errors));
    }

    /** As part of a read: {@code associations=companies,deals}. */
    ObjectNode view(String type, String id, List<String> toTypes) {
        ObjectNode view = Json.object();
        for (String toType : toTypes) {
            List<String> ids = ids(type, id, toType);
            if (!ids.isEmpty()) {
                ArrayNode results = view.putObject(toType).putArray("results");
                ids.forEach(each -> results.addObject().put("id", each).put("type", type + "_to_" + toType));
            }
        }
        return view;
    }

    List<String> ids(String type, String id, String toType) {
        return of(type, id, toType).map(each -> each.path("toId").asText()).toList();
    }

    void put(String type, String id, String toType, String toId, int typeId) {
        ObjectNode association = association(type, id, toType, toId, typeId);
        records.put(ASSOCIATIONS, key(association), association);
    }

    /** Whatever belonged to the one belongs to the other. */
    void move(String type, String from, String to) {
        for (ObjectNode each : records.all(ASSOCIATIONS)) {
            boolean begins = is(each, "type", type) && is(each, "id", from);
            boolean ends = is(each, "toType", type) && is(each, "toId", from);
            if (begins || ends) {
                records.remove(ASSOCIATIONS, key(each));
                each.put(begins ? "id" : "toId", to);
                records.put(ASSOCIATIONS, key(each), each);
            }
        }
    }

    private static String key(ObjectNode association) {
        return association.path("type").asText()
                + association.path("id").asText()
                + association.path("toType").asText()
                + association.path("toId").asText();
    }

    private Stream<ObjectNode> of(String type, String id, String toType) {
        Stream<ObjectNode> made = records.where(
                ASSOCIATIONS, each -> is(each, "type", type) && is(each, "id", id) && is(each, "toType", toType));
        Stream<ObjectNode> reversed = records.where(
                        ASSOCIATIONS,
                        each -> is(each, "toType", type) && is(each, "toId", id) && is(each, "type", toType))
                .map(HubspotAssociations::reversed);
        return Stream.concat(made, reversed);
    }

    private static boolean is(ObjectNode each, String field, String value) {
        return each.path(field).asText().equals(value);
    }

    private static ObjectNode reversed(ObjectNode each) {
        return association(
                each.path("toType").asText(),
                each.path("toId").asText(),
                each.path("type").asText(),
                each.path("id").asText(),
                each.path("typeId").asInt());
    }

    private static ObjectNode association(String type, String id, String toType, String toId, int typeId) {
        return Json.object()
                .put("type", type)
                .put("id", id)
                .put("toType", toType)
                .put("toId", toId)
                .put("typeId", typeId);
    }

    private static ObjectNode target(ObjectNode association) {
        ObjectNode target =
                Json.object().put("toObjectId", association.path("toId").asLong());
        target.putArray("associationTypes")
                .addObject()
                .put("category", "HUBSPOT_DEFINED")
                .put("typeId", association.path("typeId").asInt())
                .putNull("label");
        return target;
    }
}
