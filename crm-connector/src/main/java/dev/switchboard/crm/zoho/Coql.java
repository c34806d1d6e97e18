package dev.switchboard.crm.zoho;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values as COQL takes them. Nothing else of a query ever comes from outside.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/COQL-Overview.html">COQL overview</a>
 */
final class Coql {
    private static final String ID = "[0-9]{1,20}";

    private Coql() {}

    /**
     * Whether the value can stand in a query. A quote and a backslash cannot: Zoho's pages disagree about how they are escaped, and
     * a wrong guess would end the literal.
     */
    static boolean takes(String value) {
        return value.chars().noneMatch(character -> character == '\'' || character == '\\' || character < ' ');
    }

    /** A string literal of a value that {@link #takes} lets pass. */
    static String literal(String value) {
        if (!takes(value)) {
            throw new IllegalArgumentException("COQL takes no quotes, backslashes and control characters");
        }
        return "'" + value + "'";
    }

    /** A record's id as a literal. */
    static String id(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("Not a Zoho id");
        }
        return literal(id);
    }

    /** {@code field in (...)}. */
    static String in(String field, Collection<String> values) {
        return values.stream().map(Coql::literal).collect(Collectors.joining(",", field + " in (", ")"));
    }

    /** One of the conditions holds. COQL wants them in pairs. */
    static String anyOf(List<String> conditions) {
        int middle = conditions.size() / 2;
        return conditions.size() == 1
                ? conditions.getFirst()
                : "(" + anyOf(conditions.subList(0, middle)) + " or "
                        + anyOf(conditions.subList(middle, conditions.size())) + ")";
    }
}
