package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.runtime.adapter.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where tickets and callers are, how new tickets begin, and what the company named itself.
 *
 * @param people the table callers are in
 * @param fields the project's field names to columns
 * @param states codes of the company's own states, and of those that mean something else there than usually
 * @param noteLength how many characters a journal entry may have
 */
record TicketDefaults(
        TicketTable tickets,
        String people,
        @Nullable String group,
        String category,
        Map<String, String> fields,
        @Nullable String tagsColumn,
        Map<String, TicketStatus> states,
        int noteLength) {
    private static final String FIELDS = "SERVICENOW_CUSTOM_FIELD_MAP";
    private static final String STATES = "SERVICENOW_STATE_MAP";
    private static final String COLUMN = "[a-z][a-z0-9_]{0,79}";
    private static final String WORDS = "(new|open|pending|on-hold|solved|closed)";

    TicketDefaults {
        fields = Map.copyOf(fields);
        states = Map.copyOf(states);
    }

    static TicketDefaults of(Settings settings) {
        TicketTable table = settings.get(
                                "SERVICENOW_TABLE",
                                "incident|sn_customerservice_case",
                                "incident or sn_customerservice_case")
                        .equals(TicketTable.INCIDENT.table())
                ? TicketTable.INCIDENT
                : TicketTable.CASE;
        return new TicketDefaults(
                table,
                settings.find("SERVICENOW_USER_TABLE").isEmpty()
                        ? table.people()
                        : settings.get(
                                "SERVICENOW_USER_TABLE", "sys_user|customer_contact", "sys_user or customer_contact"),
                settings.find("SERVICENOW_ASSIGNMENT_GROUP").isEmpty()
                        ? null
                        : settings.get("SERVICENOW_ASSIGNMENT_GROUP", "[0-9a-f]{32}", "a sys_id, 32 characters"),
                settings.get("SERVICENOW_CATEGORY"),
                pairs(settings, FIELDS, "[^=,]+", COLUMN, "a list such as intent=u_ai_intent,sentiment=u_ai_sentiment"),
                settings.find("SERVICENOW_TAGS_FIELD").isEmpty()
                        ? null
                        : settings.get("SERVICENOW_TAGS_FIELD", COLUMN, "a column's name such as u_tags"),
                states(settings),
                Integer.parseInt(settings.get(
                        "SERVICENOW_NOTE_LENGTH", "[1-9][0-9]{2,5}", "a number of characters, 100 or more")));
    }

    /** The columns the company has for what is known, sorted, so that the same command is the same bytes. */
    Map<String, String> values(Map<String, String> named) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((name, column) -> {
            String value = named.get(name);
            if (value != null) {
                values.put(column, value);
            }
        });
        return values;
    }

    /** How a ticket stands, by its state's code. */
    TicketStatus status(@Nullable String state, @Nullable String holdReason) {
        if (state == null) {
            return TicketStatus.UNKNOWN;
        }
        TicketStatus own = states.get(state);
        return own == null ? tickets.status(state, holdReason) : own;
    }

    private static Map<String, TicketStatus> states(Settings settings) {
        return pairs(settings, STATES, "-?[0-9]{1,4}", WORDS, "a list such as -5=pending,9=on-hold").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        pair -> TicketStatus.valueOf(
                                pair.getValue().toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    private static Map<String, String> pairs(
            Settings settings, String name, String left, String right, String expected) {
        if (settings.find(name).isEmpty()) {
            return Map.of();
        }
        UnaryOperator<String> spaced = part -> "\\s*" + part + "\\s*";
        String pair = spaced.apply(left) + "=" + spaced.apply(right);
        return Arrays.stream(
                        settings.get(name, pair + "(," + pair + ")*", expected).split(","))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0].strip(), each -> each[1].strip()));
    }
}
