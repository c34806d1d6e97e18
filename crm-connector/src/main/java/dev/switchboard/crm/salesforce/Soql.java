package dev.switchboard.crm.salesforce;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Values as SOQL takes them. Nothing else of a query ever comes from outside.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm">Quoted
 *     string escapes</a>
 */
final class Soql {
    private Soql() {}

    /** A quoted string literal. */
    static String literal(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('\'');
        for (int i = 0; i < value.length(); i++) {
            append(quoted, value.charAt(i));
        }
        return quoted.append('\'').toString();
    }

    /** A list of literals for {@code IN}. */
    static String literals(Collection<String> values) {
        return values.stream().map(Soql::literal).collect(Collectors.joining(",", "(", ")"));
    }

    /** A record's id as a literal. */
    static String id(String id) {
        if (!SalesforceId.isId(id)) {
            throw new IllegalArgumentException("Not a Salesforce id");
        }
        return literal(id);
    }

    private static void append(StringBuilder quoted, char character) {
        switch (character) {
            case '\\', '\'', '"' -> quoted.append('\\').append(character);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\b' -> quoted.append("\\b");
            case '\f' -> quoted.append("\\f");
            case '\0' -> throw new IllegalArgumentException("SOQL takes no NUL");
            default -> quoted.append(character);
        }
    }
}
