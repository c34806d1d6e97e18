package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.runtime.adapter.Settings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where new tickets go and which of their attributes are filled, as the company's workspace has them.
 *
 * @param keyAttribute the name of the attribute that holds our key
 * @param fields the project's field names to the attributes'
 */
record TicketDefaults(
        String keyAttribute,
        String priorityAttribute,
        Map<String, String> fields,
        @Nullable String teamId) {
    private static final String MAP = "INTERCOM_CUSTOM_FIELD_MAP";
    private static final String TEAM = "INTERCOM_DEFAULT_TEAM_ID";
    private static final String PAIR = "[^=,]+=[^=,]+";

    TicketDefaults {
        fields = Map.copyOf(fields);
    }

    static TicketDefaults of(Settings settings) {
        return new TicketDefaults(
                settings.get("INTERCOM_EXTERNAL_ID_ATTRIBUTE"),
                settings.get("INTERCOM_PRIORITY_ATTRIBUTE"),
                settings.find(MAP).isEmpty() ? Map.of() : fields(settings),
                settings.find(TEAM).isEmpty() ? null : settings.get(TEAM, "[0-9]{1,18}", "an id, digits only"));
    }

    /** The attributes that are filled when the type has them. */
    Set<String> attributes() {
        return Stream.concat(Stream.of(keyAttribute, priorityAttribute), fields.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Our key and whatever the type has an attribute for, sorted, so that the same command is the same bytes. */
    Map<String, String> values(OpenTicket command, IntercomTicketType type) {
        Map<String, String> values = new TreeMap<>();
        type.fitting(priorityAttribute, command.priority().name().toLowerCase(Locale.ROOT))
                .ifPresent(value -> values.put(priorityAttribute, value));
        fields.forEach(
                (name, attribute) -> type.fitting(attribute, command.fields().getOrDefault(name, ""))
                        .ifPresent(value -> values.put(attribute, value)));
        values.put(keyAttribute, command.key().value());
        return values;
    }

    private static Map<String, String> fields(Settings settings) {
        String written =
                settings.get(MAP, PAIR + "(," + PAIR + ")*", "a list such as intent=AI intent,sentiment=AI sentiment");
        return Arrays.stream(written.split(",", -1))
                .map(pair -> pair.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip()));
    }
}
