package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What was said on a ticket. A ticket that began in private stays so until a comment says otherwise. */
final class ZendeskComments {

    private static final String COMMENTS = "comments";

    private final Records records;
    private final Clock clock;
    private final ZendeskUploads uploads;

    ZendeskComments(Records records, Clock clock, ZendeskUploads uploads) {
        this.records = records;
        this.clock = clock;
        this.uploads = uploads;
    }

    /** Adds a comment where there is one, and returns the audit of the change. */
    ObjectNode add(ObjectNode ticket, JsonNode comment, JsonNode customMetadata) {
        long auditId = records.next("audits", 2_127_301_143L);
        ObjectNode audit = Json.object()
                .put("id", auditId)
                .put("ticket_id", ticket.path("id").asLong());
        ObjectNode metadata = Json.object();
        metadata.putObject("system");
        metadata.set("custom", customMetadata.isObject() ? customMetadata : Json.object());
        audit.set("metadata", metadata);
        audit.putArray("events");
        if (comment.isObject()) {
            ObjectNode stored = stored(ticket, comment, auditId);
            stored.set("metadata", metadata.deepCopy());
            stored.set("attachments", uploads.attach(comment.path("uploads")));
            audit.withArray("events").add(stored);
            records.put(COMMENTS, stored.path("id").asText(), stored);
        }
        return audit;
    }

    List<ObjectNode> of(ObjectNode ticket) {
        long id = ticket.path("id").asLong();
        return records.where(COMMENTS, comment -> comment.path("ticket_id").asLong() == id)
                .toList();
    }

    private ObjectNode stored(ObjectNode ticket, JsonNode comment, long auditId) {
        String html = comment.path("html_body").asText();
        String body = comment.path("body").asText(html.replaceAll("<[^>]*>", ""));
        long author =
                comment.path("author_id").asLong(ticket.path("requester_id").asLong());
        return Json.object()
                .put("id", records.next(COMMENTS, 1_274))
                .put("type", "Comment")
                .put("ticket_id", ticket.path("id").asLong())
                .put("author_id", author)
                .put("body", body)
                .put("plain_body", body)
                .put("html_body", html.isEmpty() ? "<div class=\"zd-comment\">" + body + "</div>" : html)
                .put(
                        "public",
                        comment.path("public")
                                .asBoolean(ticket.path("is_public").asBoolean(true)))
                .put("audit_id", auditId)
                .put(
                        "created_at",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
