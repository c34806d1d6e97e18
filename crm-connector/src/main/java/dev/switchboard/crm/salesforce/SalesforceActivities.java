package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.LogActivity.Kind;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Conversations as completed tasks. {@code CallObject} carries our key: SOQL finds it at once, in every org. */
final class SalesforceActivities {
    private static final String TYPE = "Task";

    private final SalesforceOrg org;
    private final SalesforceText texts;

    SalesforceActivities(SalesforceOrg org) {
        this.org = org;
        this.texts = new SalesforceText(org);
    }

    Activity log(LogActivity command) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Status", "Completed");
        values.put("Priority", "Normal");
        values.put(
                "ActivityDate",
                command.endedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
        values.put("WhoId", command.contactId());
        values.put("CallObject", command.key().value());
        values.put("CallDisposition", command.resolved() ? "Resolved" : "Unresolved");
        if (command.kind() == Kind.CALL) {
            values.put("TaskSubtype", "Call");
            values.put("CallType", "Inbound");
            values.put(
                    "CallDurationInSeconds", Math.toIntExact(command.duration().toSeconds()));
        }
        try {
            return new Activity(texts.save(TYPE, command.key(), command.subject(), description(command), values));
        } catch (IntegrationException refused) {
            return anothers(command, refused);
        }
    }

    /** Of two upserts at once the slower is refused as a duplicate, and one that comes later because a subtype is written only once. */
    private Activity anothers(LogActivity command, IntegrationException refused) {
        if (!(refused.failure() instanceof Failure.Invalid)) {
            throw refused;
        }
        return logged(command).orElseThrow(() -> refused);
    }

    Optional<Activity> logged(LogActivity command) {
        String mark = Soql.literal(command.key().value());
        return org.query("SELECT Id FROM Task WHERE CallObject = " + mark + " LIMIT 1").stream()
                .map(row -> new Activity(row.path("Id").asText()))
                .findFirst();
    }

    private static String description(LogActivity command) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(command.summary());
        add(lines, "Intent", command.intent());
        add(lines, "Sentiment", command.sentiment());
        add(lines, "Resolved", command.resolved() ? "yes" : "no");
        add(lines, "Ticket", command.ticket());
        add(lines, "From", command.customerAddress());
        add(lines, "To", command.lineAddress());
        return lines.add("").add(command.transcript()).toString();
    }

    private static void add(StringJoiner lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(name + ": " + value);
        }
    }
}
