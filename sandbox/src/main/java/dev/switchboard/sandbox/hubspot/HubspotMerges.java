package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.List;
import java.util.Optional;

/** Objects that end: deleted, or merged into another, which then answers to both ids. */
final class HubspotMerges {

    private static final String MERGED = "merged";

    private final HubspotStore store;
    private final HubspotAssociations associations;
    private final HubspotEvents events;
    private final Records records;

    HubspotMerges(HubspotStore store, HubspotAssociations associations, HubspotEvents events, Records records) {
        this.store = store;
        this.associations = associations;
        this.events = events;
        this.records = records;
    }

    Answer delete(Request request) {
        String type = request.parameter("type");
        String id = request.parameter("id");
        if (records.remove(type, id)) {
            events.deleted(type, id);
        }
        return Answer.empty(204);
    }

    Answer merge(Request request) {
        String type = request.parameter("type");
        JsonNode wish = request.json();
        String winner = wish.path("primaryObjectId").asText();
        String loser = wish.path("objectIdToMerge").asText();
        Optional<ObjectNode> kept = records.find(type, winner);
        Optional<ObjectNode> gone = records.find(type, loser);
        if (kept.isEmpty() || gone.isEmpty() || winner.equals(loser)) {
            throw HubspotErrors.invalid("Unable to merge " + loser + " into " + winner);
        }
        records.remove(type, loser);
        records.put(MERGED, type + loser, Json.object().put("into", winner));
        store.fill(kept.get(), gone.get());
        associations.move(type, loser, winner);
        events.merged(type, winner, loser);
        return Answer.json(200, store.view(type, kept.get(), List.of()));
    }

    /** By its id, or by that of one that went into it. */
    static Optional<ObjectNode> find(Records records, String type, String id) {
        return records.find(type, id)
                .or(() -> records.find(MERGED, type + id)
                        .flatMap(gone -> find(records, type, gone.path("into").asText())));
    }
}
