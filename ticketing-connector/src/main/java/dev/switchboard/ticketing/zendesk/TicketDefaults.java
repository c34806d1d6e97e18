package dev.switchboard.ticketing.zendesk;

import dev.switchboard.runtime.adapter.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where new tickets go and which of their fields are filled, as the company's account has them.
 *
 * @param fields the project's field names to Zendesk's field ids
 */
record TicketDefaults(@Nullable Long groupId, @Nullable Long brandId, Map<String, Long> fields) {
    private static final String MAP = "ZENDESK_CUSTOM_FIELD_MAP";
    private static final String ID = "[0-9]{1,18}";
    private static final String PAIR = "[^=,]+=\\s*" + ID + "\\s*";
    private static final String PAIRS = PAIR + "(," + PAIR + ")*";

    TicketDefaults {
        fields = Map.copyOf(fields);
    }

    static TicketDefaults of(Settings settings) {
        return new TicketDefaults(
                id(settings, "ZENDESK_DEFAULT_GROUP_ID"),
                id(settings, "ZENDESK_BRAND_ID"),
                settings.find(MAP).isEmpty() ? Map.of() : fields(settings));
    }

    /** Sorted by id, so that the same command is the same bytes. */
    List<ZendeskJson.FieldValue> values(Map<String, String> named) {
        Map<Long, String> byId = new TreeMap<>();
        fields.forEach((name, id) -> {
            String value = named.get(name);
            if (value != null) {
                byId.put(id, value);
            }
        });
        return byId.entrySet().stream()
                .map(field -> new ZendeskJson.FieldValue(field.getKey(), field.getValue()))
                .toList();
    }

    private static Map<String, Long> fields(Settings settings) {
        String written = settings.get(MAP, PAIRS, "a list such as intent=360012,sentiment=360013");
        return Arrays.stream(written.split(","))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> Long.parseLong(pair[1].strip())));
    }

    private static @Nullable Long id(Settings settings, String name) {
        return settings.find(name).isEmpty() ? null : Long.parseLong(settings.get(name, ID, "an id, digits only"));
    }
}
