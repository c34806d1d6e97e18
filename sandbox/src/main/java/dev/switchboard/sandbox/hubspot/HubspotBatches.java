package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Up to a hundred objects at a time. What went wrong with some of them stands in a 207, not in the status. */
final class HubspotBatches {

    private static final int MOST = 100;

    private final HubspotObjects objects;
    private final HubspotStore store;
    private final Switches switches;
    private final Clock clock;

    HubspotBatches(HubspotObjects objects, HubspotStore store, Switches switches, Clock clock) {
        this.objects = objects;
        this.store = store;
        this.switches = switches;
        this.clock = clock;
    }

    Answer read(Request request) {
        String type = objects.type(request);
        ObjectNode wish = request.json();
        List<String> wanted = new ArrayList<>();
        wish.path("properties").forEach(name -> wanted.add(name.asText()));
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        if (fails()) {
            return answer(results, errors.add(HubspotErrors.error("INTERNAL_ERROR", "Could not get some " + type)));
        }
        for (JsonNode input : inputs(wish)) {
            String id = input.path("id").asText();
            Optional<ObjectNode> found =
                    objects.find(type, id, wish.path("idProperty").asText(""));
            found.ifPresentOrElse(
                    object -> results.add(store.view(type, object, wanted)),
                    () -> errors.add(
                            HubspotErrors.error("OBJECT_NOT_FOUND", "Could not get some " + type + ": " + id)));
        }
        return answer(results, errors);
    }

    /** As many times as the switch {@code failing-batches} says. */
    private boolean fails() {
        int left = switches.get("failing-batches").asInt(0);
        switches.set("failing-batches", IntNode.valueOf(Math.max(0, left - 1)));
        return left > 0;
    }

    Answer upsert(Request request) {
        String type = objects.type(request);
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode input : inputs(request.json())) {
            try {
                results.add(upsert(type, input));
            } catch (AnsweredException e) {
                errors.add(Json.parse(e.answer().body()));
            }
        }
        if (results.isEmpty() && !errors.isEmpty()) {
            return Answer.json(400, errors.get(0));
        }
        return answer(results, errors);
    }

    private ObjectNode upsert(String type, JsonNode input) {
        String id = input.path("id").asText();
        String idProperty = input.path("idProperty").asText("");
        ObjectNode properties = HubspotObjects.properties(input).deepCopy();
        Optional<ObjectNode> known = objects.find(type, id, idProperty);
        if (known.isPresent()) {
            store.change(type, known.get(), properties);
            return store.view(type, known.get(), List.of()).put("new", false);
        }
        if (idProperty.isEmpty()) {
            throw HubspotErrors.notFound();
        }
        return store.view(type, store.create(type, properties.put(idProperty, id)), List.of())
                .put("new", true);
    }

    private static JsonNode inputs(ObjectNode wish) {
        JsonNode inputs = wish.path("inputs");
        if (!inputs.isArray() || inputs.size() > MOST) {
            throw HubspotErrors.invalid("inputs must be a list of at most 100");
        }
        return inputs;
    }

    private Answer answer(ArrayNode results, ArrayNode errors) {
        String now = clock.instant().toString();
        ObjectNode body =
                Json.object().put("status", "COMPLETE").put("startedAt", now).put("completedAt", now);
        body.set("results", results);
        if (errors.isEmpty()) {
            return Answer.json(200, body);
        }
        return Answer.json(207, body.put("numErrors", errors.size()).set("errors", errors));
    }
}
