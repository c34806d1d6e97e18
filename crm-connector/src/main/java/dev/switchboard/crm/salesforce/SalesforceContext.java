package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.crm.salesforce.SalesforceJson.Part;
import dev.switchboard.crm.salesforce.SalesforceJson.PartAnswer;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is going on with a contact, in one call. */
final class SalesforceContext {
    private static final int MOST = 5;

    private final SalesforceOrg org;

    SalesforceContext(SalesforceOrg org) {
        this.org = org;
    }

    CustomerContext of(Contact contact) {
        return SalesforcePerson.isLead(contact.id()) ? ofLead(contact.id()) : ofContact(contact);
    }

    private CustomerContext ofLead(String id) {
        JsonNode lead = first(org.query("SELECT Company,Owner.Name FROM Lead WHERE Id = " + Soql.id(id)));
        return new CustomerContext(text(lead, "/Company"), null, text(lead, "/Owner/Name"), List.of());
    }

    private CustomerContext ofContact(Contact contact) {
        String id = Soql.id(contact.id());
        List<Part> parts = new ArrayList<>(List.of(
                org.queryPart("person", "SELECT Account.Name,Account.Type,Owner.Name FROM Contact WHERE Id = " + id),
                // A part of its own, because many orgs have no such field and would refuse the whole query.
                org.queryPart("segment", "SELECT Account.Segment__c FROM Contact WHERE Id = " + id),
                org.queryPart(
                        "cases",
                        "SELECT CaseNumber,Subject,Status,CreatedDate FROM Case WHERE ContactId = " + id
                                + " ORDER BY CreatedDate DESC LIMIT " + MOST),
                // Only what is still to be done: the calls we logged are tasks, too.
                org.queryPart(
                        "tasks",
                        "SELECT Subject,Status,CreatedDate FROM Task WHERE WhoId = " + id
                                + " AND IsClosed = false ORDER BY CreatedDate DESC LIMIT " + MOST),
                org.queryPart(
                        "notes",
                        "SELECT ContentDocument.Title,ContentDocument.CreatedDate FROM ContentDocumentLink"
                                + " WHERE LinkedEntityId = " + id + " AND ContentDocument.FileType = 'SNOTE'"
                                + " ORDER BY ContentDocument.CreatedDate DESC LIMIT " + MOST)));
        if (contact.companyId() != null) {
            parts.add(org.queryPart(
                    "deals",
                    "SELECT Name,StageName,CreatedDate FROM Opportunity WHERE AccountId = "
                            + Soql.id(contact.companyId())
                            + " AND IsClosed = false ORDER BY CreatedDate DESC LIMIT " + MOST));
        }
        Map<String, PartAnswer> answers = org.sideBySide(parts, "person");
        JsonNode person = first(rows(answers, "person"));
        String segment = text(first(rows(answers, "segment")), "/Account/Segment__c");
        return new CustomerContext(
                text(person, "/Account/Name"),
                segment == null ? text(person, "/Account/Type") : segment,
                text(person, "/Owner/Name"),
                recent(Stream.of("cases", "deals", "tasks", "notes").flatMap(part -> rows(answers, part).stream())));
    }

    private static List<Item> recent(Stream<JsonNode> rows) {
        return rows.sorted(Comparator.comparing(SalesforceContext::createdAt).reversed())
                .limit(MOST)
                .map(SalesforceContext::item)
                .toList();
    }

    private static String createdAt(JsonNode row) {
        return row.path("CreatedDate")
                .asText(row.path("ContentDocument").path("CreatedDate").asText());
    }

    /** A deal, a task and a note have no number: people call them by their names. */
    private static Item item(JsonNode row) {
        if (row.has("CaseNumber")) {
            String number = row.path("CaseNumber").asText();
            return new Item(
                    number,
                    row.path("Subject").asText("Case " + number),
                    row.path("Status").asText("unknown"));
        }
        if (row.has("ContentDocument")) {
            String title = row.path("ContentDocument").path("Title").asText("Note");
            return new Item(title, title, "note");
        }
        if (row.has("Subject")) {
            String subject = row.path("Subject").asText("Task");
            return new Item(subject, subject, row.path("Status").asText("open"));
        }
        String name = row.path("Name").asText();
        return new Item(name, name, row.path("StageName").asText());
    }

    private static List<JsonNode> rows(Map<String, PartAnswer> answers, String part) {
        return Optional.ofNullable(answers.get(part)).map(PartAnswer::rows).orElse(List.of());
    }

    private static @Nullable JsonNode first(List<JsonNode> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private static @Nullable String text(@Nullable JsonNode row, String pointer) {
        return row == null ? null : row.at(pointer).asText(null);
    }
}
