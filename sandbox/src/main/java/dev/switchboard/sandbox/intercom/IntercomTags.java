package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;

/** The workspace's tags: put on tickets by id, never by name; made by name, which finds the one that is there. */
final class IntercomTags {

    private static final String TAGS = "tags";

    private final Records records;

    IntercomTags(Records records) {
        this.records = records;
    }

    Answer list() {
        ObjectNode body = Json.object().put("type", "list");
        body.set("data", Json.array(records.all(TAGS)));
        return Answer.json(200, body);
    }

    Answer create(Request request) {
        String name = request.json().path("name").asText("").strip();
        if (name.isEmpty()) {
            throw IntercomErrors.missing("name");
        }
        ObjectNode tag = records.where(TAGS, each -> each.path("name").asText().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> {
                    String id = String.valueOf(records.next(TAGS, 105));
                    return records.put(
                            TAGS,
                            id,
                            Json.object().put("type", "tag").put("id", id).put("name", name));
                });
        return Answer.json(200, tag);
    }

    ObjectNode named(String id) {
        return records.find(TAGS, id)
                .map(ObjectNode::deepCopy)
                .orElseThrow(() -> IntercomErrors.refused(404, "tag_not_found", "Tag not found"));
    }
}
