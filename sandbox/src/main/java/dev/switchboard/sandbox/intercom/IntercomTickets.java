package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.util.List;

/**
 * Tickets, each with two numbers: {@code id}, by which the API knows it, and {@code ticket_id}, by which people do. The one is often
 * the other of somebody else's ticket.
 */
final class IntercomTickets {

    static final String TICKETS = "tickets";

    private static final long FIRST_ID = 481;
    private static final long FIRST_NUMBER = 102;
    private static final String SUBMITTED = "8481";

    private final Records records;
    private final Clock clock;
    private final IntercomContacts contacts;
    private final IntercomTicketTypes types;
    private final IntercomTags tags;
    private final IntercomAdmins admins;
    private final IntercomWebhooks webhooks;

    IntercomTickets(
            Records records,
            Clock clock,
            IntercomContacts contacts,
            IntercomTicketTypes types,
            IntercomTags tags,
            IntercomAdmins admins,
            IntercomWebhooks webhooks) {
        this.records = records;
        this.clock = clock;
        this.contacts = contacts;
        this.types = types;
        this.tags = tags;
        this.admins = admins;
        this.webhooks = webhooks;
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        if (!wish.path("ticket_type_id").asText().equals(IntercomTicketTypes.TYPE)) {
            throw IntercomErrors.invalid("ticket_type_id", "Ticket type is invalid");
        }
        if (wish.path("contacts").size() != 1) {
            throw IntercomErrors.invalid("contacts", "A ticket has exactly one contact");
        }
        types.check(wish.path("ticket_attributes"));
        ObjectNode contact = contacts.ofTicket(wish.path("contacts").get(0));
        ObjectNode ticket = add(wish.path("ticket_attributes"), contact);
        if (!wish.path("skip_notifications").asBoolean()) {
            mail(
                    contact,
                    ticket.at("/ticket_attributes/_default_title_").asText() + "\n"
                            + ticket.at("/ticket_attributes/_default_description_")
                                    .asText());
        }
        ObjectNode shown = shown(ticket);
        webhooks.send("ticket.created", shown);
        return answer(request, shown);
    }

    ObjectNode add(JsonNode attributes, ObjectNode contact) {
        return add(
                String.valueOf(records.next(TICKETS, FIRST_ID)),
                String.valueOf(records.next("ticket_numbers", FIRST_NUMBER)),
                attributes,
                contact);
    }

    ObjectNode add(String id, String number, JsonNode attributes, ObjectNode contact) {
        long now = clock.instant().getEpochSecond();
        ObjectNode ticket = Json.object()
                .put("type", "ticket")
                .put("id", id)
                .put("ticket_id", number)
                .put("category", "Customer");
        ticket.set("ticket_attributes", attributes.deepCopy());
        ticket.set("ticket_state", types.state(SUBMITTED));
        ticket.set("ticket_type", types.type());
        ObjectNode who = ticket.putObject("contacts").put("type", "contact.list");
        who.putArray("contacts").add(IntercomContacts.reference(contact));
        ticket.put("open", true).put("is_shared", true);
        ticket.put("created_at", now).put("updated_at", now);
        ticket.putArray("tags");
        return records.put(TICKETS, id, ticket);
    }

    Answer read(Request request) {
        return answer(request, shown(byId(request)));
    }

    Answer update(Request request) {
        ObjectNode ticket = byId(request);
        ObjectNode wish = request.json();
        if (wish.hasNonNull("admin_id")) {
            admins.named(wish.get("admin_id").asText());
        }
        if (wish.has("ticket_state_id")) {
            ticket.set("ticket_state", types.state(wish.get("ticket_state_id").asText()));
        }
        if (wish.has("open")) {
            ticket.put("open", wish.get("open").asBoolean());
        }
        if (wish.path("ticket_attributes") instanceof ObjectNode attributes) {
            ObjectNode all = ticket.withObject("/ticket_attributes").deepCopy();
            all.setAll(attributes);
            types.check(all);
            ticket.set("ticket_attributes", all);
        }
        ticket.put("updated_at", clock.instant().getEpochSecond());
        ObjectNode shown = shown(ticket);
        if (wish.has("ticket_state_id")) {
            webhooks.send("ticket.state.updated", shown);
        }
        if (wish.has("ticket_attributes")) {
            webhooks.send("ticket.attribute.updated", shown);
        }
        if (wish.has("open") && !wish.get("open").asBoolean()) {
            webhooks.send("ticket.closed", shown);
        }
        return answer(request, shown);
    }

    Answer tag(Request request) {
        ObjectNode ticket = byId(request);
        admins.named(request.json().path("admin_id").asText());
        ObjectNode tag = tags.named(request.json().path("id").asText());
        boolean there = ticket.path("tags")
                .findValuesAsText("id")
                .contains(tag.path("id").asText());
        if (!there) {
            ticket.withArray("tags").add(tag);
        }
        return Answer.json(200, tag.put("applied_at", clock.instant().getEpochSecond()));
    }

    ObjectNode byId(Request request) {
        return records.find(TICKETS, request.parameter("id"))
                .orElseThrow(() ->
                        new AnsweredException(IntercomErrors.error(404, "ticket_not_found", "Ticket not found", null)));
    }

    void mail(ObjectNode to, String text) {
        if (to.hasNonNull("email")) {
            String id = String.valueOf(records.next("mails", 1));
            records.put(
                    "mails",
                    id,
                    Json.object().put("to", to.get("email").asText()).put("text", text));
        }
    }

    /** With what was written on it. */
    ObjectNode shown(ObjectNode ticket) {
        String id = ticket.path("id").asText();
        List<ObjectNode> parts = records.where(
                        IntercomReplies.PARTS,
                        part -> part.path("ticket").asText().equals(id))
                .map(IntercomReplies::shown)
                .toList();
        ObjectNode shown = listed(ticket);
        ObjectNode list = shown.putObject("ticket_parts").put("type", "ticket_part.list");
        list.set("ticket_parts", Json.array(parts));
        list.put("total_count", parts.size());
        return shown;
    }

    /** As searches show it: without its parts. */
    static ObjectNode listed(ObjectNode ticket) {
        ObjectNode listed = ticket.deepCopy();
        listed.remove("tags");
        return listed;
    }

    private static Answer answer(Request request, ObjectNode ticket) {
        return Answer.json(200, IntercomVersion.of(request).written(ticket));
    }
}
