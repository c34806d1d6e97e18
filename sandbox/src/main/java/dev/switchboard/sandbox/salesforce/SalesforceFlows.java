package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Webhooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this org's administrator set up to tell of contacts and cases: outbound messages for new and changed ones, and because those
 * are never sent for deleted ones, a trigger with a callout in JSON. With the switch {@code callouts-only} everything is a callout.
 */
final class SalesforceFlows {
    static final String ORGANIZATION = "00D5f0000000001EAA";

    private static final String SECRET = "salesforce-sandbox-webhook";
    private static final Map<String, List<String>> FIELDS = Map.of(
            "Contact", List.of("Id", "CreatedDate", "Email", "LastModifiedDate", "Name", "Phone"),
            "Lead", List.of("Id", "CreatedDate", "LastModifiedDate", "Name", "Phone"),
            "Case", List.of("Id", "CaseNumber", "CreatedDate", "IsClosed", "LastModifiedDate", "Status", "Subject"));

    private final Webhooks webhooks;
    private final Records records;
    private final Switches switches;

    SalesforceFlows(Webhooks webhooks, Records records, Switches switches) {
        this.webhooks = webhooks;
        this.records = records;
        this.switches = switches;
    }

    void changed(RecordChange change) {
        if (!FIELDS.containsKey(change.type().name())) {
            return;
        }
        if (change.kind() == RecordChange.Kind.DELETE
                || switches.get("callouts-only").asBoolean()) {
            webhooks.postToSecretPath(SECRET, Map.of("Content-Type", "application/json"), callout(change));
            return;
        }
        String notification = SalesforceId.of("04l", records.next("Notification", 1));
        String message =
                OutboundMessage.of(ORGANIZATION, notification, change.type().name(), chosen(change));
        webhooks.postToSecretPath(
                SECRET, Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "\"\""), message);
    }

    private static Map<String, JsonNode> chosen(RecordChange change) {
        Map<String, JsonNode> chosen = new LinkedHashMap<>();
        for (String field : FIELDS.getOrDefault(change.type().name(), List.of())) {
            JsonNode value = change.record().path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                chosen.put(field, value);
            }
        }
        return chosen;
    }

    private static String callout(RecordChange change) {
        ObjectNode body = Json.object()
                .put("sobject", change.type().name())
                .put("id", change.id())
                .put("change", word(change))
                .put("at", change.at().toString());
        if (change.mergedInto() != null) {
            body.put("mergedInto", change.mergedInto());
        }
        if (change.type().name().equals("Case")) {
            body.set("number", change.record().path("CaseNumber"));
            body.set("status", change.record().path("Status"));
            body.set("closed", change.record().path("IsClosed"));
        }
        return body.toString();
    }

    private static String word(RecordChange change) {
        return switch (change.kind()) {
            case CREATE -> "created";
            case UPDATE -> "changed";
            case DELETE -> change.mergedInto() == null ? "deleted" : "merged";
        };
    }
}
