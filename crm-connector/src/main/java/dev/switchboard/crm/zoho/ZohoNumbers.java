package dev.switchboard.crm.zoho;

import dev.switchboard.integration.PhoneNumber;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A number as people type it into a CRM: the same words, with all kinds of signs between them. */
final class ZohoNumbers {
    private ZohoNumbers() {}

    /** The usual spellings, each once. */
    static List<String> spellings(PhoneNumber phone) {
        List<String> national = words(phone.spellings().get(1));
        List<String> international = words(phone.spellings().get(2));
        Set<String> spellings = new LinkedHashSet<>(phone.spellings());
        spellings.add("00" + phone.digits());
        for (String sign : List.of(" ", "-", ".", "/")) {
            spellings.add(String.join(sign, national));
            spellings.add("+" + String.join(sign, international));
        }
        spellings.add(String.join("-", international));
        if (national.size() > 1) {
            String area = "(" + national.getFirst() + ")";
            List<String> rest = national.subList(1, national.size());
            String country = "+" + international.getFirst() + " ";
            for (String sign : List.of(" ", "-")) {
                String local = String.join(sign, rest);
                Stream.of(" ", "").map(gap -> area + gap + local).forEach(spellings::add);
                Stream.of(" ", "").map(gap -> country + area + gap + local).forEach(spellings::add);
            }
        }
        withOptionalZero(national, international).forEach(spellings::add);
        return List.copyOf(spellings);
    }

    /** {@code 020 7946 0018}. */
    static String nationalWords(PhoneNumber phone) {
        return String.join(" ", words(phone.spellings().get(1)));
    }

    /** {@code 44 20 7946 0018}. */
    static String internationalWords(PhoneNumber phone) {
        return String.join(" ", words(phone.spellings().get(2)));
    }

    /** {@code +44 (0)20 7946 0018}: on many British and German cards. */
    private static Stream<String> withOptionalZero(List<String> national, List<String> international) {
        if (!national.getFirst().startsWith("0")) {
            return Stream.of();
        }
        String country = "+" + international.getFirst();
        String rest = String.join(" ", national).substring(1);
        return Stream.of(country + " (0)" + rest, country + " (0) " + rest, country + "(0)" + rest);
    }

    private static List<String> words(String spelling) {
        return Arrays.stream(spelling.split("\\D+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
