package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.freshdesk.FreshdeskShape.FieldType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Contacts, compared exactly as they are stored: phone and mobile are two fields, and nothing is normalised. */
final class FreshdeskContacts {

    private static final String CONTACTS = "contacts";
    private static final long FIRST_ID = 103_000_000_401L;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final List<String> KEYS = List.of("email", "phone", "mobile", "twitter_id", "unique_external_id");
    private static final Set<String> FILTERS = Set.of(
            "email",
            "phone",
            "mobile",
            "unique_external_id",
            "company_id",
            "state",
            "_updated_since",
            "page",
            "per_page");
    private static final FreshdeskShape SHAPE = new FreshdeskShape(Map.ofEntries(
            Map.entry("name", FieldType.TEXT),
            Map.entry("email", FieldType.TEXT),
            Map.entry("phone", FieldType.TEXT),
            Map.entry("mobile", FieldType.TEXT),
            Map.entry("twitter_id", FieldType.TEXT),
            Map.entry("unique_external_id", FieldType.TEXT),
            Map.entry("company_id", FieldType.INTEGER),
            Map.entry("description", FieldType.TEXT),
            Map.entry("language", FieldType.TEXT),
            Map.entry("custom_fields", FieldType.OBJECT),
            Map.entry("tags", FieldType.LIST)));

    private final Records records;
    private final Clock clock;

    FreshdeskContacts(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Deleted ones only with {@code state=deleted}; agents never. The name of the time begins with an underscore here. */
    Answer list(Request request) {
        FreshdeskPages.allowOnly(request, FILTERS);
        boolean deleted = request.query("state").filter("deleted"::equals).isPresent();
        Predicate<ObjectNode> wanted = contact -> contact.path("deleted").asBoolean() == deleted;
        for (String key : KEYS) {
            Optional<String> value = request.query(key);
            if (value.isPresent()) {
                wanted = wanted.and(contact -> is(contact, key, value.get()));
            }
        }
        Optional<Instant> since = request.query("_updated_since").map(FreshdeskTickets::time);
        if (since.isPresent()) {
            wanted = wanted.and(contact ->
                    !Instant.parse(contact.path("updated_at").asText()).isBefore(since.get()));
        }
        return FreshdeskPages.answer(request, records.where(CONTACTS, wanted).toList());
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        FreshdeskErrors.refuse(SHAPE.violations(wish));
        FreshdeskErrors.refuse(FreshdeskShape.missing(wish, List.of("name")));
        if (KEYS.stream().noneMatch(wish::hasNonNull)) {
            throw FreshdeskErrors.invalid(
                    "email",
                    "missing_field",
                    "Please fill at least 1 of email, mobile, phone, twitter_id, unique_external_id fields.");
        }
        if (wish.hasNonNull("email")) {
            checkFormat(wish.get("email").asText());
        }
        return Answer.json(201, add(wish));
    }

    Answer update(Request request) {
        ObjectNode contact = existing(request);
        ObjectNode wish = request.json();
        FreshdeskErrors.refuse(SHAPE.violations(wish));
        contact.setAll(wish);
        return Answer.json(200, touched(contact));
    }

    /** Softly: the address is still taken. */
    Answer delete(Request request) {
        touched(existing(request)).put("deleted", true);
        return Answer.empty(204);
    }

    /** The others are gone, and what they asked for is the one's. */
    Answer merge(Request request) {
        ObjectNode wish = request.json();
        JsonNode primary = wish.path("primary_contact_id");
        touched(byId(primary.asText(), "primary_contact_id"));
        for (JsonNode id : wish.path("secondary_contact_ids")) {
            touched(byId(id.asText(), "secondary_contact_ids")).put("deleted", true);
            records.where(
                            FreshdeskTickets.TICKETS,
                            ticket -> ticket.path("requester_id").asText().equals(id.asText()))
                    .forEach(ticket -> ticket.put("requester_id", primary.asLong()));
        }
        return Answer.empty(204);
    }

    private ObjectNode existing(Request request) {
        return records.find(CONTACTS, request.parameter("id"))
                .filter(found -> !found.path("deleted").asBoolean())
                .orElseThrow(FreshdeskErrors::notFound);
    }

    Answer restore(Request request) {
        ObjectNode contact = records.find(CONTACTS, request.parameter("id"))
                .filter(found -> found.path("deleted").asBoolean())
                .orElseThrow(FreshdeskErrors::notFound);
        touched(contact).put("deleted", false);
        return Answer.empty(204);
    }

    private ObjectNode touched(ObjectNode contact) {
        return contact.put(
                "updated_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Whom a ticket is from; an unknown address or number makes a contact. */
    ObjectNode requester(ObjectNode ticket) {
        if (ticket.hasNonNull("requester_id")) {
            return byId(ticket.get("requester_id").asText(), "requester_id");
        }
        if (ticket.hasNonNull("email")) {
            String email = ticket.get("email").asText();
            checkFormat(email);
            return person("email", email).orElseGet(() -> add(wish(ticket, "email", email)));
        }
        if (ticket.hasNonNull("phone")) {
            String phone = ticket.get("phone").asText();
            return person("phone", phone).or(() -> person("mobile", phone)).orElseGet(() -> {
                FreshdeskErrors.refuse(FreshdeskShape.missing(ticket, List.of("name")));
                return add(wish(ticket, "phone", phone));
            });
        }
        String external = ticket.path("unique_external_id").asText();
        return person("unique_external_id", external)
                .orElseGet(() -> add(wish(ticket, "unique_external_id", external)));
    }

    ObjectNode byId(String id, String field) {
        return records.find(CONTACTS, id)
                .filter(contact -> !contact.path("deleted").asBoolean())
                .or(() -> records.find("agents", id))
                .orElseThrow(() -> FreshdeskErrors.invalid(
                        field, "invalid_value", "There is no contact matching the given " + field));
    }

    /** A contact, or an agent in a requester's place. */
    Optional<ObjectNode> person(String field, String value) {
        return records.where(CONTACTS, contact -> !contact.path("deleted").asBoolean() && is(contact, field, value))
                .findFirst()
                .or(() -> records.where("agents", agent -> is(agent, field, value))
                        .findFirst());
    }

    /** Addresses and external ids are unique, among the deleted and the agents as well; numbers are not. */
    ObjectNode add(ObjectNode wish) {
        for (String unique : List.of("email", "unique_external_id")) {
            if (wish.hasNonNull(unique)) {
                String value = wish.get(unique).asText();
                records.where(CONTACTS, contact -> is(contact, unique, value))
                        .findFirst()
                        .or(() -> records.where("agents", agent -> is(agent, unique, value))
                                .findFirst())
                        .ifPresent(holder -> {
                            throw FreshdeskErrors.duplicate(
                                    unique, holder.path("id").asLong());
                        });
            }
        }
        long id = records.next(CONTACTS, FIRST_ID);
        ObjectNode contact = Json.object().put("id", id).put("active", false).put("deleted", false);
        KEYS.forEach(key -> contact.put(key, (String) null));
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        contact.put("created_at", now).put("updated_at", now);
        contact.putArray("other_emails");
        contact.setAll(wish);
        return records.put(CONTACTS, String.valueOf(id), contact);
    }

    private static ObjectNode wish(ObjectNode ticket, String key, String value) {
        return Json.object().put("name", ticket.path("name").asText(value)).put(key, value);
    }

    private static void checkFormat(String email) {
        if (!EMAIL.matcher(email).matches()) {
            throw FreshdeskErrors.invalid("email", "invalid_value", "It should be in the 'valid email address' format");
        }
    }

    private static boolean is(ObjectNode person, String field, String value) {
        String stored = person.path(field).asText("");
        return field.equals("email") ? stored.equalsIgnoreCase(value) : stored.equals(value);
    }
}
