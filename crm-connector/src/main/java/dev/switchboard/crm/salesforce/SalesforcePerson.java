package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact or a lead as a search or a query lists it. */
record SalesforcePerson(
        String id,
        @Nullable String firstName,
        String name,
        @Nullable String email,
        List<String> phones,
        @Nullable String companyId,
        String lastActivity) {
    static final String CONTACT = "Contact";
    static final String LEAD = "Lead";
    static final List<String> CONTACT_FIELDS = List.of(
            "Id",
            "FirstName",
            "Name",
            "Email",
            "Phone",
            "MobilePhone",
            "HomePhone",
            "OtherPhone",
            "AccountId",
            "LastActivityDate");
    static final List<String> LEAD_FIELDS = List.of("Id", "FirstName", "Name", "Email", "Phone", "MobilePhone");
    private static final String LEAD_PREFIX = "00Q";

    static SalesforcePerson of(JsonNode row) {
        List<String> phones = Stream.of("Phone", "MobilePhone", "HomePhone", "OtherPhone")
                .map(field -> row.path(field).asText(null))
                .filter(Objects::nonNull)
                .toList();
        return new SalesforcePerson(
                row.path("Id").asText(),
                row.path("FirstName").asText(null),
                row.path("Name").asText(),
                row.path("Email").asText(null),
                phones,
                row.path("AccountId").asText(null),
                row.path("LastActivityDate").asText(""));
    }

    /** Contacts before leads, the number as we write it before other spellings, the one lately talked to first. */
    static Comparator<SalesforcePerson> bestFirst(PhoneNumber phone) {
        return Comparator.comparing((SalesforcePerson person) -> isLead(person.id()))
                .thenComparing(person -> !person.phones().contains(phone.e164()))
                .thenComparing(SalesforcePerson::lastActivity, Comparator.reverseOrder());
    }

    /** Contacts before leads, the one lately talked to first. */
    static Comparator<SalesforcePerson> bestFirst() {
        return Comparator.comparing((SalesforcePerson person) -> isLead(person.id()))
                .thenComparing(SalesforcePerson::lastActivity, Comparator.reverseOrder());
    }

    static boolean isLead(String id) {
        return id.startsWith(LEAD_PREFIX);
    }

    boolean reachedAt(PhoneNumber phone) {
        return phones.stream().anyMatch(phone::writtenAs);
    }

    Contact contact() {
        return new Contact(id, firstName, name, email, phones.isEmpty() ? null : phones.getFirst(), companyId);
    }
}
