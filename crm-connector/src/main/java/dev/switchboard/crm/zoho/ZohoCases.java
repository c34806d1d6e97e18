package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cases, with what the AI made of the conversation in the fields an administrator may have added for it. */
final class ZohoCases {
    private static final String CASES = "Cases";
    private static final String DESCRIPTION = "Description";
    private static final int LONGEST_SUBJECT = 255;
    private static final String CONTINUED = "\n\n[Continued in the contact's notes.]";
    private static final String PHONE = "[0-9+\\-.() ]{1,30}";

    private final ZohoOrg org;
    private final ZohoNotes notes;

    ZohoCases(ZohoOrg org) {
        this.org = org;
        this.notes = new ZohoNotes(org);
    }

    /** The notes first, so that a case says that all of it is there. */
    Ticket open(OpenCase command) {
        ZohoId on = ZohoId.of(command.contactId());
        String mark = "\n\n" + ZohoNotes.mark(command.key().value());
        String subject = ZohoText.line(command.subject(), Integer.MAX_VALUE);
        String whole =
                subject.length() > LONGEST_SUBJECT ? subject + "\n\n" + command.description() : command.description();
        List<String> parts = ZohoText.parts(whole, ZohoText.LONGEST - CONTINUED.length() - mark.length());
        notes.keepRest(on, command.key(), parts);
        Map<String, Object> values = values(command, on);
        values.put("Subject", subject.isEmpty() ? "AI call" : ZohoText.cut(subject, LONGEST_SUBJECT));
        values.put(DESCRIPTION, parts.getFirst() + (parts.size() == 1 ? "" : CONTINUED) + mark);
        String id = org.insert(CASES, values).id();
        return byId(id).orElseThrow(() -> new IntegrationException("zoho", "/Cases", new Failure.Malformed(200)));
    }

    /** Without our field by the end of the description, which a lead's case has none to be found by. */
    Optional<Ticket> opened(OpenCase command) {
        if (org.hasExternalId(CASES)) {
            return find(
                    org.externalIdField() + " = " + Coql.literal(command.key().value()));
        }
        ZohoId on = ZohoId.of(command.contactId());
        return on.isLead()
                ? Optional.empty()
                : ZohoNotes.marked(org.related(on, CASES, DESCRIPTION), DESCRIPTION, command.key())
                        .flatMap(this::byId);
    }

    Optional<Ticket> byId(String id) {
        return find("id = " + Coql.id(id));
    }

    private Map<String, Object> values(OpenCase command, ZohoId on) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Status", "New");
        values.put("Case_Origin", command.phone() == null ? "Web" : "Phone");
        values.put("Priority", priority(command.priority()));
        if (!on.isLead()) {
            values.put("Related_To", Map.of("id", on.id()));
        }
        if (command.email() != null && EmailAddress.parse(command.email()).isPresent()) {
            values.put("Email", command.email());
        }
        if (command.phone() != null && command.phone().matches(PHONE)) {
            values.put("Phone", command.phone());
        }
        if (org.hasExternalId(CASES)) {
            values.put(org.externalIdField(), command.key().value());
        }
        putText(values, "AI_Summary", command.summary());
        putText(values, "AI_Sentiment", command.sentiment());
        putText(values, "AI_Intent", command.intent());
        if (org.has(CASES, "AI_Resolved")) {
            values.put("AI_Resolved", command.resolved());
        }
        return values;
    }

    /** Cut to the field, which the administrator chose: the description has the summary whole. */
    private void putText(Map<String, Object> values, String field, String text) {
        if (org.has(CASES, field)) {
            int length = org.length(CASES, field);
            values.put(field, length > 0 ? ZohoText.cut(text, length) : text);
        }
    }

    private Optional<Ticket> find(String condition) {
        return org.query("select Case_Number,Subject,Status from Cases where " + condition + " limit 1").stream()
                .map(ZohoCases::ticket)
                .findFirst();
    }

    private static Ticket ticket(JsonNode row) {
        String id = row.path("id").asText();
        String number = row.path("Case_Number").asText("");
        return new Ticket(
                id,
                number.isEmpty() ? id : number,
                row.path("Subject").asText(""),
                status(row.path("Status").asText("")),
                null,
                null);
    }

    static TicketStatus status(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "new" -> TicketStatus.NEW;
            case "escalated" -> TicketStatus.OPEN;
            case "on hold" -> TicketStatus.ON_HOLD;
            case "closed" -> TicketStatus.CLOSED;
            default -> TicketStatus.UNKNOWN;
        };
    }

    private static String priority(Priority priority) {
        return switch (priority) {
            case LOW -> "Low";
            case NORMAL -> "Medium";
            case HIGH, URGENT -> "High";
        };
    }
}
