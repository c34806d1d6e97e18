package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Files: sent first, for a token; the comment that names the token gets them attached. A token serves once. */
final class ZendeskUploads {

    private static final String UPLOADS = "uploads";

    private final Records records;
    private final Clock clock;

    ZendeskUploads(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Answer create(Request request) {
        String name = request.query("filename").orElseThrow(() -> ZendeskErrors.missingParameter("filename"));
        String token = UUID.randomUUID().toString().replace("-", "");
        ObjectNode attachment = Json.object()
                .put("id", records.next(UPLOADS, 498_483))
                .put("file_name", name)
                .put("content_type", request.header("Content-Type").orElse("application/octet-stream"))
                .put("size", request.body().length())
                .put("content", request.body());
        records.put(UPLOADS, token, attachment);
        ObjectNode upload = Json.object().put("token", token);
        upload.put("expires_at", clock.instant().plus(3, ChronoUnit.DAYS).toString());
        upload.set("attachment", shown(attachment));
        return Answer.json(201, Json.object().set("upload", upload));
    }

    ArrayNode attach(JsonNode tokens) {
        ArrayNode attached = Json.array();
        for (JsonNode token : tokens) {
            ObjectNode attachment = records.find(UPLOADS, token.asText())
                    .orElseThrow(() -> ZendeskErrors.invalid(
                            "attachment", "InvalidValue", "Attachment: the token " + token.asText() + " is not valid"));
            records.remove(UPLOADS, token.asText());
            records.put("attachments", attachment.path("id").asText(), attachment);
            attached.add(shown(attachment));
        }
        return attached;
    }

    private static ObjectNode shown(ObjectNode attachment) {
        ObjectNode shown = attachment.deepCopy();
        shown.remove("content");
        return shown;
    }
}
