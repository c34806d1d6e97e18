package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.AnsweredException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares a stored value with the literals of a query, as strictly about types as Salesforce. */
final class SoqlConditions {

    private static final Pattern WILDCARD = Pattern.compile("\\\\([%_])|([%_])");

    private SoqlConditions() {}

    static boolean holds(SObjectField field, JsonNode stored, Soql.Comparison comparison) {
        return switch (comparison.operator()) {
            case "IN" -> comparison.values().stream().anyMatch(value -> same(field, stored, value));
            case "NOT IN" -> comparison.values().stream().noneMatch(value -> same(field, stored, value));
            case "=" -> same(field, stored, comparison.values().getFirst());
            case "!=" -> !same(field, stored, comparison.values().getFirst());
            case "LIKE" -> like(stored, comparison.values().getFirst().text());
            default -> ordered(field, stored, comparison);
        };
    }

    /** Whatever the records are, a wrong literal is refused. */
    static void checkLiterals(SObjectField field, Soql.Comparison comparison) {
        for (SoqlLexer.Token value : comparison.values()) {
            boolean isNull = value.is("null");
            if (!isNull && value.literal() != field.isText()) {
                throw SalesforceErrors.invalid(
                        "INVALID_FIELD",
                        "value of filter criterion for field '" + field.name() + "' must be of type " + field.type()
                                + (field.isText()
                                        ? " and should be enclosed in quotes"
                                        : " and should not be enclosed in quotes"));
            }
            boolean wrongId = field.type().equals("id") || field.type().equals("reference");
            if (wrongId && value.literal() && !SalesforceId.isId(value.text())) {
                throw SalesforceErrors.invalid("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + value.text());
            }
            if (field.type().equals("datetime") && !isNull) {
                time(value.text());
            }
        }
    }

    private static boolean same(SObjectField field, JsonNode stored, SoqlLexer.Token value) {
        boolean empty =
                stored.isMissingNode() || stored.isNull() || stored.asText().isEmpty();
        if (value.is("null") || value.text().isEmpty()) {
            return empty;
        }
        return switch (field.type()) {
            case "id", "reference" -> SalesforceId.key(stored.asText()).equals(SalesforceId.key(value.text()));
            case "datetime" -> !empty && time(stored.asText()).isEqual(time(value.text()));
            case "currency", "int" -> !empty && stored.asDouble() == number(value.text());
            default ->
                field.is("external")
                        ? stored.asText().equals(value.text())
                        : stored.asText().equalsIgnoreCase(value.text());
        };
    }

    private static boolean like(JsonNode stored, String pattern) {
        StringBuilder regex = new StringBuilder();
        var matcher = WILDCARD.matcher(pattern);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(pattern.substring(end, matcher.start())));
            boolean escaped = matcher.group(1) != null;
            regex.append(
                    escaped ? Pattern.quote(matcher.group(1)) : matcher.group(2).equals("%") ? ".*" : ".");
            end = matcher.end();
        }
        regex.append(Pattern.quote(pattern.substring(end)));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(stored.asText(""))
                .matches();
    }

    private static boolean ordered(SObjectField field, JsonNode stored, Soql.Comparison comparison) {
        if (stored.isMissingNode() || stored.isNull()) {
            return false;
        }
        String wanted = comparison.values().getFirst().text();
        int order = switch (field.type()) {
            case "int", "currency" -> Double.compare(stored.asDouble(), number(wanted));
            case "datetime" -> time(stored.asText()).compareTo(time(wanted));
            default -> stored.asText().toLowerCase(Locale.ROOT).compareTo(wanted.toLowerCase(Locale.ROOT));
        };
        return switch (comparison.operator()) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
        } catch (DateTimeParseException e) {
            throw malformed(text);
        }
    }

    private static AnsweredException malformed(String text) {
        return SalesforceErrors.invalid("MALFORMED_QUERY", "unexpected token: '" + text + "'");
    }
}
