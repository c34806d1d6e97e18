package dev.switchboard.ticketing.freshdesk;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.Settings;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How new tickets begin and which of their fields are filled, as the company's account has them.
 *
 * @param externalIdField the API name of the field that holds our key
 * @param fields the project's field names to Freshdesk's
 */
record TicketDefaults(
        String externalIdField,
        Map<String, String> fields,
        @Nullable Long groupId,
        int status) {
    private static final String MAP = "FRESHDESK_CUSTOM_FIELD_MAP";
    private static final String GROUP = "FRESHDESK_DEFAULT_GROUP_ID";
    private static final String FIELD = "cf_[a-z0-9_]{1,60}";
    private static final String PAIR = "[^=,]+=\\s*" + FIELD + "\\s*";

    TicketDefaults {
        fields = Map.copyOf(fields);
    }

    static TicketDefaults of(Settings settings) {
        return new TicketDefaults(
                settings.get("FRESHDESK_EXTERNAL_ID_FIELD", FIELD, "a field's API name such as cf_external_id"),
                settings.find(MAP).isEmpty() ? Map.of() : fields(settings),
                settings.find(GROUP).isEmpty()
                        ? null
                        : Long.valueOf(settings.get(GROUP, "[0-9]{1,18}", "an id, digits only")),
                Integer.parseInt(
                        settings.get("FRESHDESK_DEFAULT_STATUS", "[2-9]|[1-9][0-9]{1,3}", "a status's number")));
    }

    /** Our key and what the account has fields for, sorted, so that the same command is the same bytes. */
    Map<String, String> values(String key, Map<String, String> named) {
        Map<String, String> values = new TreeMap<>(keyOnly(key));
        fields.forEach((name, field) -> {
            String value = named.get(name);
            if (value != null) {
                values.put(field, value);
            }
        });
        return values;
    }

    Map<String, String> keyOnly(String key) {
        return Map.of(externalIdField, key);
    }

    /** Whether what was refused is a field the ticket can do without. */
    boolean optional(Failure failure) {
        return failure instanceof Failure.Invalid invalid
                && invalid.field() != null
                && fields.containsValue(invalid.field().replaceFirst("^custom_fields\\.", ""));
    }

    private static Map<String, String> fields(Settings settings) {
        String written =
                settings.get(MAP, PAIR + "(," + PAIR + ")*", "a list such as intent=cf_intent,sentiment=cf_sentiment");
        return Arrays.stream(written.split(","))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
    }
}
