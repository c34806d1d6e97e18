package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The structured search: filters of field, operator and value, in groups of AND and OR. As strict as the vendor: two levels, fifteen
 * filters a group, operators that fit the field's type.
 */
final class IntercomQuery {

    /** What a field holds. */
    enum Kind {
        TEXT("= != IN NIN ~ !~ ^ $"),
        DATE("= < >"),
        YES_OR_NO("= !=");

        private final String operators;

        Kind(String operators) {
            this.operators = operators;
        }

        private boolean takes(String operator) {
            return List.of(operators.split(" ", -1)).contains(operator);
        }
    }

    private static final int MOST_FILTERS = 15;
    private static final int DEEPEST = 2;

    private final BiFunction<String, Map<String, Kind>, Kind> kinds;
    private final BiFunction<ObjectNode, String, List<String>> values;
    private final Map<String, Kind> fields;

    /**
     * A language.
     *
     * @param kinds the kind of a field, or an error
     * @param values what an object holds in a field
     */
    IntercomQuery(
            Map<String, Kind> fields,
            BiFunction<String, Map<String, Kind>, Kind> kinds,
            BiFunction<ObjectNode, String, List<String>> values) {
        this.fields = Map.copyOf(fields);
        this.kinds = kinds;
        this.values = values;
    }

    Predicate<ObjectNode> parse(JsonNode query) {
        if (!query.isObject()) {
            throw IntercomErrors.missing("query");
        }
        return parse(query, 0);
    }

    private Predicate<ObjectNode> parse(JsonNode query, int depth) {
        return query.has("field") ? filter(query) : group(query, depth + 1);
    }

    private Predicate<ObjectNode> group(JsonNode group, int depth) {
        String operator = group.path("operator").asText();
        JsonNode parts = group.path("value");
        boolean sound = Set.of("AND", "OR").contains(operator) && parts.isArray() && !parts.isEmpty();
        if (!sound || parts.size() > MOST_FILTERS || depth > DEEPEST) {
            throw IntercomErrors.invalid("query", "The query is not structured as documented");
        }
        List<Predicate<ObjectNode>> wanted =
                parts.valueStream().map(part -> parse(part, depth)).toList();
        return operator.equals("AND")
                ? each -> wanted.stream().allMatch(one -> one.test(each))
                : each -> wanted.stream().anyMatch(one -> one.test(each));
    }

    private Predicate<ObjectNode> filter(JsonNode filter) {
        String field = filter.path("field").asText();
        String operator = filter.path("operator").asText();
        Kind kind = kinds.apply(field, fields);
        boolean several = operator.equals("IN") || operator.equals("NIN");
        JsonNode value = filter.path("value");
        if (!kind.takes(operator) || several != value.isArray() || value.isMissingNode()) {
            throw IntercomErrors.invalid(field, "The operator " + operator + " does not fit the field " + field);
        }
        if (kind == Kind.DATE && !value.asText().matches("[0-9]{1,12}")) {
            throw IntercomErrors.invalid(field, "The value of " + field + " is no UNIX timestamp");
        }
        List<String> wanted =
                several ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
        return each -> matches(operator, kind, values.apply(each, field), wanted);
    }

    private static boolean matches(String operator, Kind kind, List<String> held, List<String> wanted) {
        if (operator.equals("!=") || operator.equals("NIN") || operator.equals("!~")) {
            String positive = operator.equals("!~") ? "~" : "=";
            return !matches(positive, kind, held, wanted);
        }
        Stream<String> texts = held.stream().map(text -> text.toLowerCase(Locale.ROOT));
        List<String> lower =
                wanted.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        String first = lower.isEmpty() ? "" : lower.getFirst();
        return switch (operator) {
            case "=", "IN" -> texts.anyMatch(lower::contains);
            case "~" -> texts.anyMatch(text -> text.contains(first));
            case "^" -> texts.anyMatch(text -> text.startsWith(first));
            case "$" -> texts.anyMatch(text -> text.endsWith(first));
            case ">" -> texts.anyMatch(text -> Long.parseLong(text) > Long.parseLong(first));
            case "<" -> texts.anyMatch(text -> Long.parseLong(text) < Long.parseLong(first));
            default -> false;
        };
    }
}
