package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.intercom.IntercomQuery.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The two indexes, which are behind: what is younger than {@code search-lag-seconds} (contacts; two minutes unless set) or {@code
 * ticket-search-lag-seconds} (tickets; two seconds unless set) is not found yet. Tickets are not searched by {@code ticket_id}, the
 * number that people know.
 */
final class IntercomSearch {

    private static final int CONTACTS_LAG = 120;
    private static final int TICKETS_LAG = 2;
    private static final String ATTRIBUTE = "ticket_attribute.";
    private static final Map<String, Kind> CONTACT_FIELDS = Map.ofEntries(
            Map.entry("id", Kind.TEXT),
            Map.entry("role", Kind.TEXT),
            Map.entry("name", Kind.TEXT),
            Map.entry("owner_id", Kind.TEXT),
            Map.entry("email", Kind.TEXT),
            Map.entry("email_domain", Kind.TEXT),
            Map.entry("phone", Kind.TEXT),
            Map.entry("formatted_phone", Kind.TEXT),
            Map.entry("external_id", Kind.TEXT),
            Map.entry("created_at", Kind.DATE),
            Map.entry("updated_at", Kind.DATE),
            Map.entry("last_seen_at", Kind.DATE));
    private static final Map<String, Kind> TICKET_FIELDS = Map.ofEntries(
            Map.entry("id", Kind.TEXT),
            Map.entry("title", Kind.TEXT),
            Map.entry("category", Kind.TEXT),
            Map.entry("ticket_type_id", Kind.TEXT),
            Map.entry("contact_ids", Kind.TEXT),
            Map.entry("state", Kind.TEXT),
            Map.entry("open", Kind.YES_OR_NO),
            Map.entry("created_at", Kind.DATE),
            Map.entry("updated_at", Kind.DATE));

    private final Records records;
    private final Clock clock;
    private final Switches switches;
    private final IntercomTicketTypes types;
    private final IntercomQuery contactQuery;
    private final IntercomQuery ticketQuery;

    IntercomSearch(Records records, Clock clock, Switches switches, IntercomTicketTypes types) {
        this.records = records;
        this.clock = clock;
        this.switches = switches;
        this.types = types;
        this.contactQuery = new IntercomQuery(CONTACT_FIELDS, IntercomSearch::kind, IntercomSearch::ofContact);
        this.ticketQuery = new IntercomQuery(TICKET_FIELDS, this::kindOfTicketField, this::ofTicket);
    }

    Answer contacts(Request request) {
        Predicate<ObjectNode> wanted = contactQuery.parse(request.json().path("query"));
        List<ObjectNode> found = found(
                IntercomContacts.CONTACTS,
                wanted.and(IntercomContacts::isThere),
                switches.get("search-lag-seconds").asInt(CONTACTS_LAG));
        return IntercomPages.answer(
                request.json(),
                "list",
                "data",
                50,
                found.stream().map(IntercomContacts::shown).toList());
    }

    Answer tickets(Request request) {
        IntercomVersion version = IntercomVersion.of(request);
        List<ObjectNode> found = found(
                IntercomTickets.TICKETS,
                ticketQuery.parse(request.json().path("query")),
                switches.get("ticket-search-lag-seconds").asInt(TICKETS_LAG));
        return IntercomPages.answer(
                request.json(),
                "ticket.list",
                "tickets",
                20,
                found.stream()
                        .map(IntercomTickets::listed)
                        .map(version::written)
                        .toList());
    }

    private List<ObjectNode> found(String type, Predicate<ObjectNode> wanted, int lag) {
        long indexed = clock.instant().getEpochSecond() - lag;
        List<ObjectNode> found = new ArrayList<>(records.where(type, wanted)
                .filter(each -> each.path("created_at").asLong() <= indexed)
                .toList());
        found.sort(Comparator.comparingLong(
                        (ObjectNode each) -> each.path("created_at").asLong())
                .reversed());
        return found;
    }

    private static Kind kind(String field, Map<String, Kind> fields) {
        Kind kind = fields.get(field);
        if (kind == null) {
            throw IntercomErrors.invalid(field, "The field " + field + " cannot be searched");
        }
        return kind;
    }

    private Kind kindOfTicketField(String field, Map<String, Kind> fields) {
        boolean attribute = field.startsWith(ATTRIBUTE)
                && types.attributeName(field.substring(ATTRIBUTE.length())).isPresent();
        return attribute ? Kind.TEXT : kind(field, fields);
    }

    private static List<String> ofContact(ObjectNode contact, String field) {
        String value = field.equals("formatted_phone")
                ? formatted(contact.path("phone").asText(""))
                : contact.path(field).asText("");
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private List<String> ofTicket(ObjectNode ticket, String field) {
        if (field.startsWith(ATTRIBUTE)) {
            String value = types.attributeName(field.substring(ATTRIBUTE.length()))
                    .map(name -> ticket.path("ticket_attributes").path(name).asText(""))
                    .orElse("");
            return List.of(value);
        }
        return switch (field) {
            case "contact_ids" -> ticket.at("/contacts/contacts").findValuesAsText("id");
            case "state" -> List.of(ticket.at("/ticket_state/category").asText());
            case "title" ->
                List.of(ticket.at("/ticket_attributes/_default_title_").asText());
            case "ticket_type_id" -> List.of(ticket.at("/ticket_type/id").asText());
            default -> List.of(ticket.path(field).asText());
        };
    }

    /** International, as Intercom shows numbers that it could read; the others as they are. */
    private static String formatted(String phone) {
        return phone.matches("\\+1\\d{10}")
                ? "+1 " + phone.substring(2, 5) + "-" + phone.substring(5, 8) + "-" + phone.substring(8)
                : phone;
    }
}
