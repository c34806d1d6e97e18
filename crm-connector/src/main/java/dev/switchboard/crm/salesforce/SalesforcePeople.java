package dev.switchboard.crm.salesforce;

import static dev.switchboard.crm.salesforce.SalesforcePerson.CONTACT;
import static dev.switchboard.crm.salesforce.SalesforcePerson.CONTACT_FIELDS;
import static dev.switchboard.crm.salesforce.SalesforcePerson.LEAD;
import static dev.switchboard.crm.salesforce.SalesforcePerson.LEAD_FIELDS;

import dev.switchboard.crm.salesforce.SalesforceJson.PartAnswer;
import dev.switchboard.crm.salesforce.SalesforceJson.Search;
import dev.switchboard.crm.salesforce.SalesforceJson.SearchedType;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds people. Numbers are stored as somebody typed them, and SOQL compares them letter by letter; the search index compares
 * digits, but lags behind. So: the index first, then SOQL on the usual spellings.
 */
final class SalesforcePeople {
    private static final int MOST = 20;

    private final SalesforceOrg org;

    SalesforcePeople(SalesforceOrg org) {
        this.org = org;
    }

    /** Goes on until it has a contact: a lead found first may be somebody's older self. */
    List<Contact> byPhone(PhoneNumber phone) {
        Stream<Supplier<List<SalesforcePerson>>> ways = Stream.concat(
                typedDigits(phone).stream().map(digits -> () -> indexed(digits)), Stream.of(() -> spelled(phone)));
        Map<String, SalesforcePerson> found = new LinkedHashMap<>();
        Iterator<Supplier<List<SalesforcePerson>>> next = ways.iterator();
        while (next.hasNext() && found.keySet().stream().allMatch(SalesforcePerson::isLead)) {
            next.next().get().stream()
                    .filter(person -> person.reachedAt(phone))
                    .forEach(person -> found.put(person.id(), person));
        }
        return found.values().stream()
                .sorted(SalesforcePerson.bestFirst(phone))
                .map(SalesforcePerson::contact)
                .toList();
    }

    List<Contact> byEmail(EmailAddress email) {
        String condition = "Email = " + Soql.literal(email.value());
        return queried(condition, condition).stream()
                .sorted(SalesforcePerson.bestFirst())
                .map(SalesforcePerson::contact)
                .toList();
    }

    /** The contacts that {@code condition} holds for; never leads. */
    List<Contact> contacts(String condition) {
        String soql = "SELECT " + String.join(",", CONTACT_FIELDS) + " FROM Contact WHERE " + condition
                + " ORDER BY CreatedDate LIMIT " + MOST;
        return org.query(soql).stream()
                .map(row -> SalesforcePerson.of(row).contact())
                .toList();
    }

    /** The index knows whole numbers: without country code, with it, and with the zero that some countries put in front. */
    private static Set<String> typedDigits(PhoneNumber phone) {
        Set<String> digits = new LinkedHashSet<>(List.of(phone.nationalDigits(), phone.digits()));
        phone.spellings().stream()
                .map(spelling -> spelling.replaceAll("\\D", ""))
                .forEach(digits::add);
        return digits;
    }

    private List<SalesforcePerson> indexed(String digits) {
        List<SearchedType> types = List.of(
                new SearchedType(CONTACT, CONTACT_FIELDS, null, MOST),
                new SearchedType(LEAD, LEAD_FIELDS, "IsConverted = false", MOST));
        return org.search(new Search(digits, "PHONE", types, 2 * MOST)).stream()
                .map(SalesforcePerson::of)
                .toList();
    }

    private List<SalesforcePerson> spelled(PhoneNumber phone) {
        List<String> spellings = new ArrayList<>(phone.spellings());
        spellings.add("00" + phone.digits());
        spellings.add(withOptionalZero(phone));
        String list = Soql.literals(spellings);
        String lead = "(Phone IN " + list + " OR MobilePhone IN " + list + ")";
        String contact = "Phone IN " + list + " OR MobilePhone IN " + list + " OR HomePhone IN " + list
                + " OR OtherPhone IN " + list;
        return queried(contact, lead);
    }

    /** {@code +44 (0)20 7946 0018}: on many British and German cards. */
    private static String withOptionalZero(PhoneNumber phone) {
        String country = "+"
                + phone.digits()
                        .substring(
                                0,
                                phone.digits().length() - phone.nationalDigits().length());
        String national = phone.spellings().get(1);
        return national.startsWith("0") ? country + " (0)" + national.substring(1) : phone.e164();
    }

    private List<SalesforcePerson> queried(String contactCondition, String leadCondition) {
        Map<String, PartAnswer> answers = org.sideBySide(
                List.of(
                        org.queryPart(CONTACT, select(CONTACT_FIELDS, CONTACT, contactCondition)),
                        org.queryPart(LEAD, select(LEAD_FIELDS, LEAD, leadCondition + " AND IsConverted = false"))),
                CONTACT);
        return Stream.of(CONTACT, LEAD)
                .flatMap(type -> Stream.ofNullable(answers.get(type)))
                .flatMap(answer -> answer.rows().stream())
                .map(SalesforcePerson::of)
                .toList();
    }

    private static String select(List<String> fields, String type, String condition) {
        return "SELECT " + String.join(",", fields) + " FROM " + type + " WHERE " + condition + " LIMIT " + MOST;
    }
}
