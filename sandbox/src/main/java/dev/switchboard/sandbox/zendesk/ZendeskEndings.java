package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.Optional;

/** Tickets and users that are deleted or go into others. */
final class ZendeskEndings {

    private static final String TICKETS = "tickets";
    private static final String USERS = "users";

    private final Records records;
    private final ZendeskEvents events;

    ZendeskEndings(Records records, ZendeskEvents events) {
        this.records = records;
        this.events = events;
    }

    Answer deleteTicket(Request request) {
        ObjectNode ticket = record(TICKETS, request.parameter("id"));
        records.remove(TICKETS, request.parameter("id"));
        events.ticket("soft_deleted", ticket.put("status", "deleted"), Json.object());
        return Answer.empty(204);
    }

    /** What goes into the ticket is closed for good. */
    Answer mergeTickets(Request request) {
        ObjectNode target = record(TICKETS, request.parameter("id"));
        for (JsonNode id : request.json().path("ids")) {
            ObjectNode source = record(TICKETS, id.asText());
            JsonNode before = source.path("status");
            source.put("status", "closed");
            events.ticket(
                    "merged",
                    source,
                    Json.object().put("target_ticket_id", target.path("id").asText()));
            events.ticketChanged("status", source, before);
        }
        ObjectNode status =
                Json.object().put("id", "8b726e606741012ffc2d782bcb7848fe").put("status", "queued");
        return Answer.json(200, Json.object().set("job_status", status));
    }

    /** Users stay, inactive and found by nobody. */
    Answer deleteUser(Request request) {
        ObjectNode user = record(USERS, request.parameter("id"));
        deactivate(user);
        events.user("active_changed", user, Json.object().put("previous", true).put("current", false));
        events.user("deleted", user, Json.object());
        return Answer.json(200, Json.object().set("user", user));
    }

    Answer mergeUser(Request request) {
        ObjectNode loser = record(USERS, request.parameter("id"));
        ObjectNode winner = record(USERS, request.json().at("/user/id").asText());
        records.where(
                        TICKETS,
                        ticket -> ticket.path("requester_id").asLong()
                                == loser.path("id").asLong())
                .forEach(ticket -> ticket.put("requester_id", winner.path("id").asLong()));
        ObjectNode event = Json.object();
        event.putObject("user").put("id", winner.path("id").asText());
        deactivate(loser);
        events.user("merged", loser, event);
        return Answer.json(200, Json.object().set("user", winner));
    }

    private static void deactivate(ObjectNode user) {
        user.put("active", false).putNull("email").putNull("phone").putNull("external_id");
    }

    private ObjectNode record(String type, String id) {
        Optional<ObjectNode> found = records.find(type, id);
        return found.orElseThrow(() -> new AnsweredException(ZendeskErrors.recordNotFound()));
    }
}
