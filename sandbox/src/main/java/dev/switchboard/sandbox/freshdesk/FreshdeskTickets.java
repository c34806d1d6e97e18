package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tickets: create, read, list. A new one is mailed to its requester, description and all. */
final class FreshdeskTickets {

    static final String TICKETS = "tickets";

    private static final long FIRST_ID = 4_711;
    private static final Duration LISTED_WITHOUT_ASKING = Duration.ofDays(30);
    private static final List<String> COPIED = List.of(
            "subject",
            "description",
            "status",
            "priority",
            "source",
            "type",
            "group_id",
            "responder_id",
            "tags",
            "custom_fields");
    private static final Set<String> FILTERS = Set.of(
            "requester_id",
            "email",
            "unique_external_id",
            "company_id",
            "updated_since",
            "filter",
            "include",
            "order_by",
            "order_type",
            "page",
            "per_page");

    private final Records records;
    private final Clock clock;
    private final FreshdeskContacts contacts;
    private final FreshdeskTicketRules rules;
    private final FreshdeskAutomation automation;

    FreshdeskTickets(
            Records records,
            Clock clock,
            FreshdeskContacts contacts,
            FreshdeskTicketRules rules,
            FreshdeskAutomation automation) {
        this.automation = automation;
        this.records = records;
        this.clock = clock;
        this.contacts = contacts;
        this.rules = rules;
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        rules.check(wish);
        ObjectNode requester = contacts.requester(wish);
        ObjectNode ticket = add(wish, requester);
        mail(
                requester,
                ticket.path("subject").asText(),
                ticket.path("description_text").asText());
        automation.created(ticket);
        return Answer.json(201, ticket)
                .withHeader(
                        "Location",
                        request.baseUrl() + "/api/v2/tickets/"
                                + ticket.path("id").asText());
    }

    /** Without rules and mails, as an agent's own typing has neither. */
    ObjectNode add(ObjectNode wish, ObjectNode requester) {
        long id = records.next(TICKETS, FIRST_ID);
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode ticket =
                Json.object().put("id", id).put("status", 2).put("priority", 1).put("source", 2);
        ticket.put("requester_id", requester.path("id").asLong())
                .put("responder_id", (Long) null)
                .put("group_id", (Long) null)
                .put("type", (String) null)
                .put("spam", false)
                .put("created_at", wish.path("created_at").asText(now))
                .put(
                        "updated_at",
                        wish.path("updated_at").asText(wish.path("created_at").asText(now)));
        ticket.putArray("tags");
        ticket.putObject("custom_fields");
        COPIED.stream().filter(wish::hasNonNull).forEach(field -> ticket.set(field, wish.get(field)));
        ticket.put(
                "description_text", FreshdeskHtml.text(wish.path("description").asText("")));
        if (wish.path("deleted").asBoolean()) {
            ticket.put("deleted", true);
        }
        return records.put(TICKETS, String.valueOf(id), ticket);
    }

    /** Only what is named changes; tags are replaced. */
    Answer update(Request request) {
        ObjectNode ticket = byId(request);
        ObjectNode wish = request.json();
        rules.checkChange(wish);
        COPIED.stream().filter(wish::has).forEach(field -> ticket.set(field, wish.get(field)));
        touched(ticket);
        return Answer.json(200, ticket);
    }

    /** It can still be read, and says that it is deleted. No rule hears of it. */
    Answer delete(Request request) {
        byId(request).put("deleted", true);
        return Answer.empty(204);
    }

    /** It changes, too, when something is said on it. */
    void touched(ObjectNode ticket) {
        ticket.put("updated_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        automation.updated(ticket);
    }

    Answer read(Request request) {
        return Answer.json(200, byId(request));
    }

    ObjectNode byId(Request request) {
        return records.find(TICKETS, request.parameter("id")).orElseThrow(FreshdeskErrors::notFound);
    }

    /** Newest first unless asked otherwise; what is older than 30 days only with {@code updated_since}. */
    Answer list(Request request) {
        FreshdeskPages.allowOnly(request, FILTERS);
        Predicate<ObjectNode> wanted =
                recent(request).and(ticket -> !ticket.path("deleted").asBoolean());
        Optional<ObjectNode> requester = request.query("requester_id")
                .map(id -> contacts.byId(id, "requester_id"))
                .or(() -> request.query("email").map(this::byAddress));
        if (requester.isPresent()) {
            long id = requester.get().path("id").asLong();
            wanted = wanted.and(ticket -> ticket.path("requester_id").asLong() == id);
        }
        List<ObjectNode> found = new ArrayList<>(
                records.where(TICKETS, wanted).map(FreshdeskTickets::listed).toList());
        found.sort(order(request));
        return FreshdeskPages.answer(request, found);
    }

    private ObjectNode byAddress(String email) {
        return contacts.person("email", email)
                .orElseThrow(() -> FreshdeskErrors.invalid(
                        "email", "invalid_value", "There is no contact matching the given email"));
    }

    void mail(ObjectNode to, String subject, String text) {
        if (to.hasNonNull("email")) {
            String id = String.valueOf(records.next("mails", 1));
            records.put(
                    "mails",
                    id,
                    Json.object()
                            .put("to", to.get("email").asText())
                            .put("subject", subject)
                            .put("text", text));
        }
    }

    private Predicate<ObjectNode> recent(Request request) {
        Optional<String> since = request.query("updated_since");
        if (since.isEmpty()) {
            Instant oldest = clock.instant().minus(LISTED_WITHOUT_ASKING);
            return ticket -> at(ticket, "created_at").isAfter(oldest);
        }
        Instant from = time(since.get());
        return ticket -> !at(ticket, "updated_at").isBefore(from);
    }

    /** As lists are asked since. */
    static Instant time(String since) {
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException e) {
            throw FreshdeskErrors.invalid(
                    "updated_since", "invalid_date", "It should be in the 'combined date and time ISO8601' format");
        }
    }

    private static Comparator<ObjectNode> order(Request request) {
        String by = request.query("order_by").orElse("created_at");
        if (!Set.of("created_at", "updated_at", "due_by", "status").contains(by)) {
            throw FreshdeskErrors.invalid(
                    "order_by",
                    "invalid_value",
                    "It should be one of these values: 'due_by,created_at,updated_at,status'");
        }
        Comparator<ObjectNode> ascending = Comparator.comparing(
                        (ObjectNode ticket) -> ticket.path(by).asText())
                .thenComparingLong(ticket -> ticket.path("id").asLong());
        return request.query("order_type").orElse("desc").equals("asc") ? ascending : ascending.reversed();
    }

    /** Lists leave the texts out. */
    private static ObjectNode listed(ObjectNode ticket) {
        ObjectNode listed = ticket.deepCopy();
        listed.remove(List.of("description", "description_text"));
        return listed;
    }

    private static Instant at(ObjectNode ticket, String field) {
        return Instant.parse(ticket.path(field).asText());
    }
}
