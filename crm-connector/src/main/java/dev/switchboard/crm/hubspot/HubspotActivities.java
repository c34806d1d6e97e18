package dev.switchboard.crm.hubspot;

import dev.switchboard.crm.hubspot.HubspotJson.Association;
import dev.switchboard.crm.hubspot.HubspotJson.CrmObject;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.LogActivity.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as calls, or as notes when they were written. What does not fit into one body goes before it into further notes, so
 * that the activity, which is written last, says that all of it is there.
 */
final class HubspotActivities {
    /** Ours, made by an administrator as a unique property on calls and notes. */
    static final String KEY = "ai_external_id";

    private final HubspotAccount account;
    private final HubspotDefaults defaults;

    HubspotActivities(HubspotAccount account, HubspotDefaults defaults) {
        this.account = account;
        this.defaults = defaults;
    }

    Activity log(LogActivity command) {
        List<String> parts = HubspotText.parts(text(command));
        String timestamp = command.endedAt().minus(command.duration()).toString();
        for (int part = 2; part <= parts.size(); part++) {
            String key = command.key() + "-" + part;
            String heading = "(" + part + " of " + parts.size() + ")<br>";
            continued(command, key, timestamp, heading + parts.get(part - 1));
        }
        Kept record = command.kind() == Kind.CALL ? Kept.CALL : Kept.NOTE;
        Map<String, String> values = record == Kept.CALL ? call(command) : new LinkedHashMap<>();
        values.put("hs_timestamp", timestamp);
        return new Activity(create(record, command.key().value(), command.contactId(), parts.getFirst(), values));
    }

    Optional<Activity> logged(LogActivity command) {
        Kept record = command.kind() == Kind.CALL ? Kept.CALL : Kept.NOTE;
        return find(record, command.key().value(), command.contactId()).map(found -> new Activity(found.id()));
    }

    private void continued(LogActivity command, String key, String timestamp, String body) {
        if (find(Kept.NOTE, key, command.contactId()).isEmpty()) {
            Map<String, String> values = new LinkedHashMap<>(Map.of("hs_timestamp", timestamp));
            create(Kept.NOTE, key, command.contactId(), body, values);
        }
    }

    private String create(Kept record, String key, String contactId, String body, Map<String, String> values) {
        values.put(record.body, body + "<br><br>" + mark(key));
        if (account.hasUnique(record.type, KEY)) {
            values.put(KEY, key);
        }
        if (defaults.ownerId() != null) {
            values.put("hubspot_owner_id", defaults.ownerId());
        }
        try {
            return account.create(record.type, values, List.of(Association.of(contactId, record.toContact)))
                    .id();
        } catch (IntegrationException refused) {
            if (HubspotFailures.taken(refused.failure())) {
                return find(record, key, contactId).map(CrmObject::id).orElseThrow(() -> refused);
            }
            throw refused;
        }
    }

    /** By our unique property; without it, by the mark in what is associated with the contact. Both see what is new at once. */
    private Optional<CrmObject> find(Kept record, String key, String contactId) {
        if (account.hasUnique(record.type, KEY)) {
            return account.byUnique(record.type, KEY, key, List.of("hs_timestamp"));
        }
        return account.read(record.type, account.associated(contactId, record.type), List.of(record.body)).stream()
                .filter(found -> String.valueOf(found.property(record.body)).contains(mark(key)))
                .findFirst();
    }

    private static String mark(String key) {
        return "[" + key + "]";
    }

    private Map<String, String> call(LogActivity command) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hs_call_title", command.subject());
        values.put("hs_call_duration", Long.toString(command.duration().toMillis()));
        values.put("hs_call_direction", "INBOUND");
        values.put("hs_call_status", "COMPLETED");
        values.put("hs_call_disposition", defaults.callOutcome());
        if (command.customerAddress() != null) {
            values.put("hs_call_from_number", command.customerAddress());
        }
        if (command.lineAddress() != null) {
            values.put("hs_call_to_number", command.lineAddress());
        }
        return values;
    }

    private static String text(LogActivity command) {
        StringJoiner lines = new StringJoiner("\n");
        if (command.kind() == Kind.MESSAGE) {
            lines.add(command.subject());
        }
        lines.add(command.summary());
        add(lines, "Intent", command.intent());
        add(lines, "Sentiment", command.sentiment());
        add(lines, "Resolved", command.resolved() ? "yes" : "no");
        add(lines, "Ticket", command.ticket());
        return lines.add("").add(command.transcript()).toString();
    }

    private static void add(StringJoiner lines, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(name + ": " + value);
        }
    }

    /** The two kinds of records, their body, and the type of their association with a contact. */
    private enum Kept {
        CALL("calls", "hs_call_body", 194),
        NOTE("notes", "hs_note_body", 202);

        private final String type;
        private final String body;
        private final int toContact;

        Kept(String type, String body, int toContact) {
            this.type = type;
            this.body = body;
            this.toContact = toContact;
        }
    }
}
