package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.List;
import java.util.Optional;

/** One object at a time: create, read by id or by a unique property, change, list. */
final class HubspotObjects {

    private static final int LARGEST_PAGE = 100;

    private final HubspotSchema schema;
    private final HubspotStore store;
    private final HubspotRules rules;
    private final HubspotAssociations associations;
    private final Records records;

    HubspotObjects(
            HubspotSchema schema,
            HubspotStore store,
            HubspotRules rules,
            HubspotAssociations associations,
            Records records) {
        this.schema = schema;
        this.store = store;
        this.rules = rules;
        this.associations = associations;
        this.records = records;
    }

    Answer create(Request request) {
        String type = type(request);
        ObjectNode wish = request.json();
        associations.check(type, wish.path("associations"));
        ObjectNode created = store.create(type, properties(wish));
        associations.add(type, created.path("id").asText(), wish.path("associations"));
        return Answer.json(201, store.view(type, created, List.of()));
    }

    Answer read(Request request) {
        String type = type(request);
        ObjectNode object = addressed(request, type);
        ObjectNode view = store.view(type, object, list(request, "properties"));
        List<String> wanted = list(request, "associations");
        if (!wanted.isEmpty()) {
            ObjectNode found = associations.view(type, object.path("id").asText(), wanted);
            if (!found.isEmpty()) {
                view.set("associations", found);
            }
        }
        return Answer.json(200, view);
    }

    Answer change(Request request) {
        String type = type(request);
        ObjectNode object = addressed(request, type);
        store.change(type, object, properties(request.json()));
        return Answer.json(200, store.view(type, object, List.of()));
    }

    Answer list(Request request) {
        String type = type(request);
        List<ObjectNode> all = records.all(type);
        int limit = Math.clamp(number(request, "limit", 10), 1, LARGEST_PAGE);
        int from = Math.min(all.size(), number(request, "after", 0));
        int to = Math.min(all.size(), from + limit);
        List<String> wanted = list(request, "properties");
        ObjectNode body = Json.object();
        body.set(
                "results",
                Json.array(all.subList(from, to).stream()
                        .map(object -> store.view(type, object, wanted))
                        .toList()));
        if (to < all.size()) {
            body.putObject("paging").putObject("next").put("after", String.valueOf(to));
        }
        return Answer.json(200, body);
    }

    /** The object types are part of the path, so an unknown one is an unknown path. */
    String type(Request request) {
        String type = request.parameter("type");
        if (!schema.hasType(type)) {
            throw HubspotErrors.invalid("Unable to infer object type from: " + type);
        }
        return type;
    }

    Optional<ObjectNode> find(String type, String id, String idProperty) {
        if (idProperty.isEmpty() || idProperty.equals("hs_object_id")) {
            return HubspotMerges.find(records, type, id);
        }
        boolean unique = schema.property(type, idProperty)
                .filter(property -> property.is("unique"))
                .isPresent();
        if (!unique) {
            throw HubspotErrors.invalid("Property " + idProperty + " is not a unique property of " + type);
        }
        return rules.holder(type, idProperty, id);
    }

    static JsonNode properties(JsonNode wish) {
        if (wish.path("properties").isObject()) {
            return wish.path("properties");
        }
        throw HubspotErrors.invalid("Invalid input JSON: properties is required");
    }

    private ObjectNode addressed(Request request, String type) {
        return find(type, request.parameter("id"), request.query("idProperty").orElse(""))
                .orElseThrow(HubspotErrors::notFound);
    }

    private static List<String> list(Request request, String parameter) {
        return request.query().getOrDefault(parameter, List.of()).stream()
                .flatMap(values -> List.of(values.split(",", -1)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static int number(Request request, String parameter, int otherwise) {
        String text = request.query(parameter).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw HubspotErrors.invalid(parameter + " is not a number");
        }
        return Integer.parseInt(text);
    }
}
