package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.freshdesk.FreshdeskShape.FieldType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Notes on tickets, private unless they say otherwise; a public one is mailed to the requester. */
final class FreshdeskNotes {

    private static final String CONVERSATIONS = "conversations";
    private static final int NOTE = 2;
    private static final int LONGEST_BODY_BYTES = 65_535;
    private static final int LARGEST_ATTACHMENTS = 20 * 1_024 * 1_024;
    private static final FreshdeskShape SHAPE = new FreshdeskShape(Map.of(
            "body", FieldType.TEXT,
            "private", FieldType.BOOLEAN,
            "incoming", FieldType.BOOLEAN,
            "user_id", FieldType.INTEGER,
            "notify_emails", FieldType.LIST,
            "attachments", FieldType.LIST));

    private final Records records;
    private final Clock clock;
    private final FreshdeskTickets tickets;

    FreshdeskNotes(Records records, Clock clock, FreshdeskTickets tickets) {
        this.records = records;
        this.clock = clock;
        this.tickets = tickets;
    }

    Answer list(Request request) {
        long ticket = tickets.byId(request).path("id").asLong();
        return FreshdeskPages.answer(
                request,
                records.where(CONVERSATIONS, note -> note.path("ticket_id").asLong() == ticket)
                        .toList());
    }

    /** Files come in a form; in JSON there is no place for them. */
    Answer create(Request request) {
        ObjectNode ticket = tickets.byId(request);
        ObjectNode wish = Multipart.parse(request).orElseGet(request::json);
        FreshdeskErrors.refuse(SHAPE.violations(wish));
        FreshdeskErrors.refuse(FreshdeskShape.missing(wish, List.of("body")));
        String body = wish.path("body").asText();
        if (body.getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY_BYTES) {
            throw FreshdeskErrors.invalid("body", "invalid_value", "It can have maximum of 65535 bytes");
        }
        long id = records.next(CONVERSATIONS, 84_100);
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode note =
                Json.object().put("id", id).put("ticket_id", ticket.path("id").asLong());
        note.put("body", body)
                .put("body_text", FreshdeskHtml.text(body))
                .put("private", wish.path("private").asBoolean(true))
                .put("incoming", false)
                .put("source", NOTE)
                .put("user_id", 103_000_000_101L)
                .put("created_at", now);
        note.set("attachments", attach(wish.path("attachments")));
        if (!note.path("private").asBoolean()) {
            records.find("contacts", ticket.path("requester_id").asText())
                    .ifPresent(to -> tickets.mail(
                            to,
                            "Re: " + ticket.path("subject").asText(),
                            note.path("body_text").asText()));
        }
        tickets.touched(ticket);
        return Answer.json(201, records.put(CONVERSATIONS, String.valueOf(id), note));
    }

    private ArrayNode attach(JsonNode files) {
        ArrayNode attached = Json.array();
        int size = 0;
        for (JsonNode file : files) {
            size += file.path("content").asText().getBytes(StandardCharsets.UTF_8).length;
            String id = String.valueOf(records.next("attachments", 55_001));
            ObjectNode attachment = ((ObjectNode) file).put("id", Long.parseLong(id));
            records.put("attachments", id, attachment);
            attached.addObject()
                    .put("id", Long.parseLong(id))
                    .put("name", file.path("name").asText());
        }
        if (size > LARGEST_ATTACHMENTS) {
            throw FreshdeskErrors.invalid("attachments", "invalid_size", "The attachments are larger than 20 MB");
        }
        return attached;
    }
}
