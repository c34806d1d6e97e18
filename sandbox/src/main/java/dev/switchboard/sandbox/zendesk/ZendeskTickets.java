package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Tickets: create, read, change, find. */
final class ZendeskTickets {

    private static final String TICKETS = "tickets";
    private static final long FIRST_ID = 12_345;
    private static final List<String> TOLD = List.of("status", "priority", "subject", "external_id");
    private static final List<String> COPIED = List.of(
            "subject",
            "priority",
            "type",
            "status",
            "external_id",
            "group_id",
            "assignee_id",
            "brand_id",
            "ticket_form_id",
            "custom_fields",
            "custom_status_id",
            "due_at");

    private final Records records;
    private final Clock clock;
    private final ZendeskUsers users;
    private final ZendeskComments comments;
    private final ZendeskEvents events;

    ZendeskTickets(Records records, Clock clock, ZendeskUsers users, ZendeskComments comments, ZendeskEvents events) {
        this.events = events;
        this.records = records;
        this.clock = clock;
        this.users = users;
        this.comments = comments;
    }

    Answer create(Request request) {
        ObjectNode wish = wish(request);
        ZendeskTicketRules.checkNew(wish);
        ObjectNode requester = users.requester(wish);
        ObjectNode ticket = create(request.baseUrl(), wish, requester);
        ObjectNode comment = wish.hasNonNull("comment")
                ? (ObjectNode) wish.get("comment")
                : Json.object().put("body", wish.path("description").asText());
        ticket.put("is_public", comment.path("public").asBoolean(true));
        ticket.put(
                "description",
                comment.path("body").asText(comment.path("html_body").asText()));
        ObjectNode audit = comments.add(ticket, comment, wish.path("metadata"));
        events.ticket("created", ticket, Json.object());
        events.trigger(ticket);
        return Answer.json(201, Json.object().<ObjectNode>set("ticket", ticket).set("audit", audit))
                .withHeader("Location", ticket.path("url").asText());
    }

    /** A bare ticket, without the first comment. */
    ObjectNode create(String baseUrl, ObjectNode wish, ObjectNode requester) {
        long id = records.next(TICKETS, FIRST_ID);
        ObjectNode ticket = Json.object().put("id", id).put("url", baseUrl + "/api/v2/tickets/" + id + ".json");
        ticket.put("external_id", (String) null)
                .put("subject", "")
                .put("status", "new")
                .put("priority", (String) null);
        ticket.put("type", (String) null)
                .put("requester_id", requester.path("id").asLong());
        ticket.put("submitter_id", requester.path("id").asLong()).put("created_at", now());
        ticket.putObject("via").put("channel", "api");
        ticket.putArray("tags");
        ticket.putArray("custom_fields");
        change(ticket, wish);
        return records.put(TICKETS, String.valueOf(id), ticket);
    }

    Answer read(Request request) {
        return Answer.json(200, Json.object().set("ticket", ticket(request)));
    }

    Answer readMany(Request request) {
        String ids = request.query("ids").orElseThrow(() -> ZendeskErrors.missingParameter("ids"));
        List<String> wanted = Arrays.asList(ids.split(",", -1));
        if (wanted.size() > 100) {
            return ZendeskErrors.described(400, "TooManyIds", "At most 100 ids are allowed");
        }
        return ZendeskPages.answer(
                request,
                TICKETS,
                records.where(
                                TICKETS,
                                ticket -> wanted.contains(ticket.path("id").asText()))
                        .toList());
    }

    Answer list(Request request) {
        List<ObjectNode> found = request.query("external_id")
                .map(external -> records.where(
                                TICKETS,
                                ticket -> ticket.path("external_id").asText().equals(external))
                        .toList())
                .orElseGet(() -> records.all(TICKETS));
        return ZendeskPages.answer(request, TICKETS, found);
    }

    /** What a user asked for, newest first when {@code sort_order=desc}. */
    Answer ofRequester(Request request) {
        long requester = users.byId(request).path("id").asLong();
        List<ObjectNode> asked = new ArrayList<>(
                records.where(TICKETS, ticket -> ticket.path("requester_id").asLong() == requester)
                        .toList());
        if (request.query("sort_order").orElse("asc").equals("desc")) {
            Collections.reverse(asked);
        }
        return ZendeskPages.answer(request, TICKETS, asked);
    }

    Answer count() {
        ObjectNode body = Json.object();
        body.putObject("count").put("value", records.all(TICKETS).size()).put("refreshed_at", now());
        return Answer.json(200, body);
    }

    Answer update(Request request) {
        ObjectNode ticket = ticket(request);
        ObjectNode wish = wish(request);
        ZendeskTicketRules.checkChange(ticket, wish);
        ObjectNode before = ticket.deepCopy();
        change(ticket, wish);
        ObjectNode audit = comments.add(ticket, wish.path("comment"), wish.path("metadata"));
        tell(ticket, before, wish.path("comment"));
        return Answer.json(200, Json.object().<ObjectNode>set("ticket", ticket).set("audit", audit));
    }

    Answer comments(Request request) {
        List<ObjectNode> ofTicket = new ArrayList<>(comments.of(ticket(request)));
        boolean newestFirst = request.query("sort_order").orElse("asc").equals("desc")
                || request.query("sort").orElse("").equals("-created_at");
        if (newestFirst) {
            Collections.reverse(ofTicket);
        }
        return ZendeskPages.answer(request, "comments", ofTicket);
    }

    /** PUT adds to the tags, POST replaces them, GET reads. */
    Answer tags(Request request) {
        ObjectNode ticket = ticket(request);
        if (!request.method().equals("GET")) {
            JsonNode kept = request.method().equals("PUT") ? ticket.path("tags") : Json.array();
            ticket.set("tags", ZendeskTicketRules.tags(kept, request.json().path("tags")));
            ticket.put("updated_at", now());
        }
        return Answer.json(200, Json.object().set("tags", ticket.path("tags")));
    }

    private void tell(ObjectNode ticket, ObjectNode before, JsonNode comment) {
        for (String field : TOLD) {
            if (!ticket.path(field).equals(before.path(field))) {
                events.ticketChanged(field, ticket, before.path(field));
            }
        }
        if (comment.isObject()) {
            ObjectNode told = Json.object();
            told.putObject("comment").put("body", comment.path("body").asText());
            events.ticket("comment_added", ticket, told);
        }
        events.trigger(ticket);
    }

    private void change(ObjectNode ticket, ObjectNode wish) {
        for (String field : COPIED) {
            if (wish.has(field)) {
                ticket.set(field, wish.get(field));
            }
        }
        if (wish.has("tags")) {
            ticket.set("tags", ZendeskTicketRules.tags(Json.array(), wish.get("tags")));
        }
        ticket.put("updated_at", now());
    }

    private ObjectNode ticket(Request request) {
        return records.find(TICKETS, request.parameter("id"))
                .orElseThrow(() -> new AnsweredException(ZendeskErrors.recordNotFound()));
    }

    private static ObjectNode wish(Request request) {
        if (request.json().path("ticket") instanceof ObjectNode wish) {
            return wish;
        }
        throw ZendeskErrors.missingParameter("ticket");
    }

    /** Zendesk's times have whole seconds. */
    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
