package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** One field that a search may name: where its values stand in a document, and how loosely they match. */
record SearchField(Match match, Function<JsonNode, Stream<String>> values) {

    /** How a value matches. */
    enum Match {
        /** Word by word, each the beginning of one in the value: {@code 1-A} finds {@code #12-A}. */
        WORDS,
        /** The whole value, whatever its case; {@code *} at the end leaves the rest open. */
        WHOLE,
        /** In quotation marks the whole value; without them any word, so neighbours come along. */
        EMAIL,
        /** The digits. */
        DIGITS,
        /** A point in time, compared with {@code >}, {@code >=}, {@code <} or {@code <=}. */
        TIME
    }

    /** Pointers to texts, or to lists of them. */
    static SearchField of(Match match, String... pointers) {
        return new SearchField(
                match, document -> Arrays.stream(pointers).map(document::at).flatMap(SearchField::texts));
    }

    boolean matches(JsonNode document, SearchQuery.Term term) {
        return values.apply(document).anyMatch(value -> matches(value, term));
    }

    private boolean matches(String value, SearchQuery.Term term) {
        String wanted = term.value();
        return switch (match) {
            case WORDS -> words(wanted).stream().allMatch(word -> hasWordStartingWith(value, word));
            case WHOLE ->
                wanted.endsWith("*")
                        ? lower(value).startsWith(lower(wanted.substring(0, wanted.length() - 1)))
                        : value.equalsIgnoreCase(wanted);
            case EMAIL ->
                term.quoted()
                        ? value.equalsIgnoreCase(wanted)
                        : words(wanted).stream().anyMatch(word -> hasWordStartingWith(value, word));
            case DIGITS -> digits(value).equals(digits(wanted));
            case TIME -> isInRange(Instant.parse(value), wanted);
        };
    }

    private static boolean isInRange(Instant value, String range) {
        String bound = range.replaceFirst("^[<>]=?", "");
        int order = value.compareTo(instant(bound));
        if (range.startsWith(">=")) {
            return order >= 0;
        }
        if (range.startsWith("<=")) {
            return order <= 0;
        }
        if (range.startsWith(">")) {
            return order > 0;
        }
        return range.startsWith("<") ? order < 0 : order == 0;
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            // Such a bound matches nothing later than the beginning of time.
            return Instant.EPOCH;
        }
    }

    private static boolean hasWordStartingWith(String value, String beginning) {
        return words(value).stream().anyMatch(word -> word.startsWith(beginning));
    }

    private static List<String> words(String text) {
        return Arrays.stream(lower(text).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().map(JsonNode::asText);
        }
        return node.isValueNode() && !node.isNull() ? Stream.of(node.asText()) : Stream.empty();
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
