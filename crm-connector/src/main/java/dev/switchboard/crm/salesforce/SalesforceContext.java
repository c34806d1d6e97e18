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
                                + " ORDER BY CreatedDate DESC LIMIT " + MOST)));
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
                recent(rows(answers, "cases"), rows(answers, "deals")));
    }

    private static List<Item> recent(List<JsonNode> cases, List<JsonNode> deals) {
        return Stream.concat(cases.stream(), deals.stream())
                .sorted(Comparator.comparing(
                                (JsonNode row) -> row.path("CreatedDate").asText())
                        .reversed())
                .limit(MOST)
                .map(SalesforceContext::item)
                .toList();
    }

    /** A deal has no number: people call it by its name. */
    private static Item item(JsonNode row) {
        if (row.has("CaseNumber")) {
            String number = row.path("CaseNumber").asText();
            return new Item(
                    number,
                    row.path("Subject").asText("Case " + number),
                    row.path("Status").asText("unknown"));
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
