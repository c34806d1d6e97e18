package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The properties HubSpot computes from a typed phone number: its national digits, and all digits. They stay empty when
 * HubSpot cannot read the number; a number without a country code is taken for an American one.
 */
final class HubspotPhones {

    private static final List<String> COUNTRY_CODES = List.of("1", "44", "49", "33", "34", "39", "31", "61", "91");
    private static final int NATIONAL_LENGTH = 10;

    private HubspotPhones() {}

    static void compute(ObjectNode properties) {
        compute(properties, "phone", "hs_searchable_calculated_", "phone_number");
        compute(properties, "mobilephone", "hs_searchable_calculated_", "mobile_number");
    }

    private static void compute(ObjectNode properties, String typed, String prefix, String suffix) {
        if (!properties.has(typed)) {
            return;
        }
        String text = properties.path(typed).asText("");
        String digits = text.replaceAll("\\D", "");
        Optional<String> code = text.startsWith("+")
                ? COUNTRY_CODES.stream().filter(digits::startsWith).findFirst()
                : Optional.of("1").filter(american -> digits.length() == NATIONAL_LENGTH);
        String national = code.map(known -> text.startsWith("+") ? digits.substring(known.length()) : digits)
                .orElse(null);
        properties.put(prefix + suffix, national);
        properties.put(
                prefix + "international_" + suffix,
                code.map(known -> text.startsWith("+") ? digits : known + digits)
                        .orElse(null));
    }
}
