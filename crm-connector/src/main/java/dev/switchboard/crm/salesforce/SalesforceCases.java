package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cases, with what the AI made of the conversation in the fields an administrator may have added for it. */
final class SalesforceCases {
    private static final String TYPE = "Case";

    private final SalesforceOrg org;
    private final SalesforceText texts;

    SalesforceCases(SalesforceOrg org) {
        this.org = org;
        this.texts = new SalesforceText(org);
    }

    Ticket open(OpenCase command) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean lead = SalesforcePerson.isLead(command.contactId());
        if (!lead) {
            values.put("ContactId", command.contactId());
        }
        values.put("Origin", command.phone() == null ? "Web" : "Phone");
        values.put("Priority", priority(command.priority()));
        if (command.phone() != null) {
            values.put("SuppliedPhone", command.phone());
        }
        if (command.email() != null) {
            values.put("SuppliedEmail", command.email());
        }
        if (!org.hasExternalId(TYPE)) {
            values.put("SuppliedName", command.key().value());
        }
        putText(values, "AI_Summary__c", command.summary());
        putText(values, "AI_Sentiment__c", command.sentiment());
        putText(values, "AI_Intent__c", command.intent());
        values.put("AI_Resolved__c", command.resolved());
        // A case belongs to a contact; a lead can only be named.
        String description = lead ? command.description() + "\n\nLead: " + command.contactId() : command.description();
        try {
            String id = texts.save(TYPE, command.key(), command.subject(), description, values);
            return byId(id).orElseThrow(
                            () -> new IntegrationException("salesforce", "/sobjects/Case", new Failure.Malformed(200)));
        } catch (IntegrationException refused) {
            return anothers(command, refused);
        }
    }

    /** Of two upserts at once the slower is refused as a duplicate. */
    private Ticket anothers(OpenCase command, IntegrationException refused) {
        if (!(refused.failure() instanceof Failure.Invalid)) {
            throw refused;
        }
        return opened(command).orElseThrow(() -> refused);
    }

    Optional<Ticket> opened(OpenCase command) {
        return find(
                org.hasExternalId(TYPE)
                        ? org.madeBy(command.key())
                        : "SuppliedName = " + Soql.literal(command.key().value()));
    }

    Optional<Ticket> byId(String id) {
        return find("Id = " + Soql.id(id));
    }

    private Optional<Ticket> find(String condition) {
        String soql = "SELECT Id,CaseNumber,Subject,Status,IsClosed FROM Case WHERE " + condition + " LIMIT 1";
        return org.query(soql).stream().map(SalesforceCases::ticket).findFirst();
    }

    /** Cut to the field, which the org's administrator chose: the description has the summary whole. */
    private void putText(Map<String, Object> values, String field, String text) {
        int length = org.length(TYPE, field);
        values.put(field, length > 0 ? SalesforceText.cut(text, length) : text);
    }

    private static Ticket ticket(JsonNode row) {
        return new Ticket(
                row.path("Id").asText(),
                row.path("CaseNumber").asText(),
                row.path("Subject").asText(""),
                SalesforceStatus.of(
                        row.path("Status").asText(null), row.path("IsClosed").asBoolean()),
                null,
                null);
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> "Low";
            case NORMAL -> "Medium";
            case HIGH, URGENT -> "High";
        };
    }
}
