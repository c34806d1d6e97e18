package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;

/** What is written on tickets: notes for teammates; comments, which are mailed to the customer. */
final class IntercomReplies {

    static final String PARTS = "ticket_parts";

    private static final int LONGEST_BODY_BYTES = 64 * 1_024;
    private static final int MOST_FILES = 10;

    private final Records records;
    private final Clock clock;
    private final IntercomTickets tickets;
    private final IntercomAdmins admins;
    private final IntercomWebhooks webhooks;

    IntercomReplies(
            Records records, Clock clock, IntercomTickets tickets, IntercomAdmins admins, IntercomWebhooks webhooks) {
        this.records = records;
        this.clock = clock;
        this.tickets = tickets;
        this.admins = admins;
        this.webhooks = webhooks;
    }

    Answer create(Request request) {
        ObjectNode ticket = tickets.byId(request);
        ObjectNode wish = request.json();
        String kind = wish.path("message_type").asText();
        if (!wish.path("type").asText().equals("admin")
                || !Set.of("note", "comment").contains(kind)) {
            throw IntercomErrors.invalid("message_type", "Only an admin's note or comment is simulated");
        }
        if (!wish.path("admin_id").isTextual()) {
            throw IntercomErrors.missing("admin_id");
        }
        ObjectNode admin = admins.named(wish.path("admin_id").asText());
        String body = body(wish);
        long now = clock.instant().getEpochSecond();
        String id = String.valueOf(records.next(PARTS, 156));
        ObjectNode part = Json.object()
                .put("type", "ticket_part")
                .put("id", id)
                .put("part_type", kind)
                .put("body", body)
                .put("created_at", now)
                .put("updated_at", now)
                .put("redacted", false);
        part.putObject("author")
                .put("type", "admin")
                .put("id", admin.path("id").asText())
                .put("name", admin.path("name").asText())
                .put("email", admin.path("email").asText());
        part.set("attachments", attached(wish.path("attachment_files")));
        part.put("ticket", ticket.path("id").asText()).put("text", IntercomHtml.text(body));
        records.put(PARTS, id, part);
        ticket.put("updated_at", now);
        tell(ticket, part, wish.path("skip_notifications").asBoolean());
        return Answer.json(200, shown(part));
    }

    static ObjectNode shown(ObjectNode part) {
        ObjectNode shown = part.deepCopy();
        shown.remove(Set.of("ticket", "text"));
        return shown;
    }

    private void tell(ObjectNode ticket, ObjectNode part, boolean quietly) {
        boolean note = part.path("part_type").asText().equals("note");
        if (!note && !quietly) {
            String contact = ticket.at("/contacts/contacts/0/id").asText();
            records.find(IntercomContacts.CONTACTS, contact)
                    .ifPresent(to -> tickets.mail(to, part.path("text").asText()));
        }
        webhooks.send(note ? "ticket.note.created" : "ticket.admin.replied", tickets.shown(ticket));
    }

    private static String body(ObjectNode wish) {
        String body = wish.path("body").asText("");
        if (body.isBlank()) {
            throw IntercomErrors.missing("body");
        }
        if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY_BYTES) {
            throw IntercomErrors.invalid("body", "Body is too long");
        }
        return IntercomHtml.sanitised(body);
    }

    private ArrayNode attached(JsonNode files) {
        if (files.size() > MOST_FILES) {
            throw IntercomErrors.invalid("attachment_files", "Too many attachments");
        }
        ArrayNode attached = Json.array();
        for (JsonNode file : files) {
            String content =
                    new String(Base64.getDecoder().decode(file.path("data").asText()), StandardCharsets.UTF_8);
            String url = "https://downloads.intercomcdn.example/i/o/" + records.next("attachments", 1);
            attached.addObject()
                    .put("type", "upload")
                    .put("name", file.path("name").asText())
                    .put("url", url)
                    .put("content_type", file.path("content_type").asText())
                    .put("filesize", content.length());
            records.put("attachments", url, Json.object().put("url", url).put("content", content));
        }
        return attached;
    }
}
