package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A contact or a lead as a query or a search lists it. */
record ZohoPerson(
        ZohoId id,
        @Nullable String firstName,
        String name,
        List<String> emails,
        List<String> phones,
        @Nullable String companyId,
        Instant lastActivity) {
    static final String CONTACTS = "Contacts";
    static final String LEADS = "Leads";

    private static final List<String> PHONES = List.of("Phone", "Mobile", "Home_Phone", "Other_Phone");
    private static final List<String> EMAILS = List.of("Email", "Secondary_Email");

    static ZohoPerson of(String module, JsonNode row) {
        String id = row.path("id").asText();
        String first = text(row, "First_Name");
        String last = text(row, "Last_Name");
        List<String> phones = texts(row, PHONES);
        List<String> emails = texts(row, EMAILS);
        String name = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        return new ZohoPerson(
                new ZohoId(module, id),
                first,
                name.isEmpty() ? id : name,
                emails,
                phones,
                text(row.path("Account_Name"), "id"),
                activity(row));
    }

    /** Contacts before leads, the number as we write it before other spellings, the one lately talked to first. */
    static Comparator<ZohoPerson> bestFirst(PhoneNumber phone) {
        return Comparator.comparing((ZohoPerson person) -> person.id().isLead())
                .thenComparing(person -> !person.phones().contains(phone.e164()))
                .thenComparing(ZohoPerson::lastActivity, Comparator.reverseOrder());
    }

    boolean reachedAt(PhoneNumber phone) {
        return phones.stream().anyMatch(phone::writtenAs);
    }

    boolean reachedAt(EmailAddress email) {
        return emails.stream().anyMatch(email.value()::equalsIgnoreCase);
    }

    Contact contact() {
        return new Contact(
                id.contactId(),
                firstName,
                name,
                emails.isEmpty() ? null : emails.getFirst(),
                phones.isEmpty() ? null : phones.getFirst(),
                companyId);
    }

    private static List<String> texts(JsonNode row, List<String> fields) {
        return fields.stream()
                .map(field -> text(row, field))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String text(JsonNode row, String field) {
        String text = row.path(field).asText("");
        return row.path(field).isNull() || text.isBlank() ? null : text;
    }

    private static Instant activity(JsonNode row) {
        try {
            return OffsetDateTime.parse(row.path("Last_Activity_Time").asText(""))
                    .toInstant();
        } catch (DateTimeException never) {
            return Instant.MIN;
        }
    }
}
