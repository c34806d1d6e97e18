package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One filter of a search: a property, an operator, and what to compare with. */
record HubspotFilter(
        String property, String operator, String value, String highValue, List<String> values, Pattern token) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> OPERATORS = Set.of(
            "EQ",
            "NEQ",
            "LT",
            "LTE",
            "GT",
            "GTE",
            "BETWEEN",
            "IN",
            "NOT_IN",
            "HAS_PROPERTY",
            "NOT_HAS_PROPERTY",
            "CONTAINS_TOKEN",
            "NOT_CONTAINS_TOKEN");

    static HubspotFilter parse(JsonNode wish) {
        String operator = wish.path("operator").asText();
        if (!OPERATORS.contains(operator)) {
            throw HubspotErrors.invalid("Invalid input JSON: no operator " + operator);
        }
        boolean list = operator.endsWith("IN");
        boolean bare = operator.endsWith("HAS_PROPERTY");
        if (list ? !wish.path("values").isArray() : !bare && !wish.hasNonNull("value")) {
            throw HubspotErrors.invalid("operator " + operator + " needs " + (list ? "values" : "a value"));
        }
        return new HubspotFilter(
                wish.path("propertyName").asText(),
                operator,
                wish.path("value").asText(),
                wish.path("highValue").asText(),
                wish.path("values").valueStream().map(JsonNode::asText).toList(),
                token(wish.path("value").asText()));
    }

    boolean matches(String stored) {
        return switch (operator) {
            case "EQ" -> stored.equalsIgnoreCase(value);
            case "NEQ" -> !stored.equalsIgnoreCase(value);
            // Compared in lower case: a value in another case finds nothing.
            case "IN" -> values.contains(stored.toLowerCase(Locale.ROOT));
            case "NOT_IN" -> !values.contains(stored.toLowerCase(Locale.ROOT));
            case "HAS_PROPERTY" -> !stored.isEmpty();
            case "NOT_HAS_PROPERTY" -> stored.isEmpty();
            case "CONTAINS_TOKEN" -> containsToken(stored.toLowerCase(Locale.ROOT));
            case "NOT_CONTAINS_TOKEN" -> !containsToken(stored.toLowerCase(Locale.ROOT));
            case "BETWEEN" -> !stored.isEmpty() && compare(stored, value) >= 0 && compare(stored, highValue) <= 0;
            case "LT" -> !stored.isEmpty() && compare(stored, value) < 0;
            case "LTE" -> !stored.isEmpty() && compare(stored, value) <= 0;
            case "GT" -> !stored.isEmpty() && compare(stored, value) > 0;
            default -> !stored.isEmpty() && compare(stored, value) >= 0;
        };
    }

    /** Words are what stands between punctuation; a star stands for any letters. */
    private boolean containsToken(String stored) {
        return WORD.matcher(stored)
                .results()
                .anyMatch(word -> token.matcher(word.group()).matches());
    }

    private static Pattern token(String value) {
        return Pattern.compile(Arrays.stream(value.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }

    /** Numbers and times as such, everything else as text. */
    private static int compare(String left, String right) {
        try {
            return number(left).compareTo(number(right));
        } catch (NumberFormatException e) {
            return left.compareToIgnoreCase(right);
        }
    }

    private static BigDecimal number(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")
                ? BigDecimal.valueOf(Instant.parse(text).toEpochMilli())
                : new BigDecimal(text);
    }
}
