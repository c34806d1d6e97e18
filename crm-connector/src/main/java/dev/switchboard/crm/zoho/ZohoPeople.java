package dev.switchboard.crm.zoho;

import static dev.switchboard.crm.zoho.ZohoPerson.CONTACTS;
import static dev.switchboard.crm.zoho.ZohoPerson.LEADS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds people. Numbers are stored as somebody typed them. A query compares them letter by letter and sees what is new; the index
 * compares their words, but is behind. So: a query for the usual spellings first, then everything else at once.
 */
final class ZohoPeople {
    private static final String LIMIT = " limit 20";
    private static final String CONTACT_FIELDS =
            "First_Name,Last_Name,Email,Secondary_Email,Phone,Mobile,Account_Name,Last_Activity_Time";
    private static final String LEAD_FIELDS =
            "First_Name,Last_Name,Email,Secondary_Email,Phone,Mobile,Last_Activity_Time";
    /** Fields that an administrator may have removed. */
    private static final List<String> FURTHER_PHONES = List.of("Home_Phone", "Other_Phone");

    private final ZohoOrg org;

    ZohoPeople(ZohoOrg org) {
        this.org = org;
    }

    List<Contact> byPhone(PhoneNumber phone) {
        List<ZohoPerson> found = reached(phone, people(CONTACTS, org.query(spelled(CONTACTS, phone))));
        if (found.isEmpty()) {
            found = reached(phone, elsewhere(phone));
        }
        return found.stream()
                .sorted(ZohoPerson.bestFirst(phone))
                .map(ZohoPerson::contact)
                .toList();
    }

    /** Contacts, or the leads when there is none. */
    List<Contact> byEmail(EmailAddress email) {
        List<ZohoPerson> contacts = people(CONTACTS, org.read(having(CONTACTS, email)));
        List<ZohoPerson> found = contacts.isEmpty()
                ? people(LEADS, org.together(List.of(having(LEADS, email))).getFirst())
                : contacts;
        return found.stream()
                .filter(person -> person.reachedAt(email))
                .map(ZohoPerson::contact)
                .toList();
    }

    /** The contacts that {@code condition} holds for, the oldest first; never leads. */
    List<Contact> contacts(String condition) {
        String coql = "select " + fields(CONTACTS) + " from Contacts where " + condition + " order by Created_Time asc"
                + LIMIT;
        return people(CONTACTS, org.query(coql)).stream()
                .map(ZohoPerson::contact)
                .toList();
    }

    /** Leads, and whom the index finds by the words of the number: as people say it at home, and from abroad. */
    private List<ZohoPerson> elsewhere(PhoneNumber phone) {
        String atHome = ZohoNumbers.nationalWords(phone);
        List<ZohoPart> parts = List.of(
                new ZohoPart.Query(spelled(LEADS, phone), true),
                new ZohoPart.ByPhone(LEADS, atHome, LEAD_FIELDS, true),
                new ZohoPart.ByPhone(CONTACTS, atHome, fields(CONTACTS), false),
                new ZohoPart.ByPhone(CONTACTS, ZohoNumbers.internationalWords(phone), fields(CONTACTS), false),
                new ZohoPart.ByPhone(CONTACTS, phone.nationalDigits(), fields(CONTACTS), false));
        List<List<JsonNode>> rows = org.together(parts);
        return Stream.concat(
                        rows.subList(2, rows.size()).stream().flatMap(found -> people(CONTACTS, found).stream()),
                        rows.subList(0, 2).stream().flatMap(found -> people(LEADS, found).stream()))
                .toList();
    }

    private String spelled(String module, PhoneNumber phone) {
        List<String> spellings = ZohoNumbers.spellings(phone);
        List<String> conditions = phoneFields(module).stream()
                .map(field -> Coql.in(field, spellings))
                .toList();
        return "select " + fields(module) + " from " + module + " where " + Coql.anyOf(conditions) + LIMIT;
    }

    /** Not with a query, where the address has what a query does not take. */
    private ZohoPart having(String module, EmailAddress email) {
        boolean optional = module.equals(LEADS);
        if (!Coql.takes(email.value())) {
            return new ZohoPart.ByEmail(module, email.value(), fields(module), optional);
        }
        String address = Coql.literal(email.value());
        String condition = Coql.anyOf(List.of("Email = " + address, "Secondary_Email = " + address));
        return new ZohoPart.Query(
                "select " + fields(module) + " from " + module + " where " + condition + LIMIT, optional);
    }

    private String fields(String module) {
        if (module.equals(LEADS)) {
            return LEAD_FIELDS;
        }
        List<String> fields = new ArrayList<>(List.of(CONTACT_FIELDS));
        fields.addAll(furtherPhones());
        return String.join(",", fields);
    }

    private List<String> phoneFields(String module) {
        Stream<String> further = module.equals(LEADS) ? Stream.of() : furtherPhones().stream();
        return Stream.concat(Stream.of("Phone", "Mobile"), further).toList();
    }

    private List<String> furtherPhones() {
        return FURTHER_PHONES.stream().filter(field -> org.has(CONTACTS, field)).toList();
    }

    private static List<ZohoPerson> people(String module, List<JsonNode> rows) {
        return rows.stream().map(row -> ZohoPerson.of(module, row)).toList();
    }

    private static List<ZohoPerson> reached(PhoneNumber phone, List<ZohoPerson> people) {
        Map<ZohoId, ZohoPerson> reached = new LinkedHashMap<>();
        people.stream()
                .filter(person -> person.reachedAt(phone))
                .forEach(person -> reached.putIfAbsent(person.id(), person));
        return List.copyOf(reached.values());
    }
}
