package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An encoded query, read as the instance reads it: a part that makes no sense, or names a column that is not there, is left out
 * without a word, and the rest, possibly nothing, selects. A caret or a line break always ends a condition, and a value that
 * begins with {@code javascript:} is run: the record type {@code scripts} shows what was.
 */
final class EncodedQuery {

    private static final Pattern CONDITION = Pattern.compile(
            "([a-z][a-z0-9_.]*)(ISNOTEMPTY|ISEMPTY|STARTSWITH|ENDSWITH|NOT LIKE|LIKE|NOT IN|IN|>=|<=|!=|=|>|<)(.*)",
            Pattern.DOTALL);
    private static final Pattern SCRIPT =
            Pattern.compile("\\s*javascript:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Instance instance;
    private final Table table;
    private final List<List<Predicate<ObjectNode>>> alternatives = new ArrayList<>();
    private Comparator<ObjectNode> order = (_, _) -> 0;
    private boolean invalid;

    EncodedQuery(Instance instance, Table table, String text) {
        this.instance = instance;
        this.table = table;
        alternatives.add(new ArrayList<>());
        for (String part : text.split("[\\^\\r\\n]", -1)) {
            read(part);
        }
    }

    List<ObjectNode> rows() {
        if (invalid && instance.isOn("invalid-query-returns-no-rows")) {
            return List.of();
        }
        return instance.rows(table)
                .filter(row -> alternatives.stream()
                        .anyMatch(conditions -> conditions.stream().allMatch(condition -> condition.test(row))))
                .sorted(order)
                .toList();
    }

    private void read(String part) {
        if (part.isEmpty() || part.equals("EQ")) {
            return;
        }
        if (part.startsWith("ORDERBY")) {
            boolean descending = part.startsWith("ORDERBYDESC");
            sort(part.substring(descending ? "ORDERBYDESC".length() : "ORDERBY".length()), descending);
            return;
        }
        if (part.startsWith("NQ")) {
            alternatives.add(new ArrayList<>());
            read(part.substring(2));
            return;
        }
        boolean or = part.startsWith("OR");
        Optional<Predicate<ObjectNode>> condition = condition(or ? part.substring(2) : part);
        invalid |= condition.isEmpty();
        condition.ifPresent(found -> add(found, or));
    }

    private void add(Predicate<ObjectNode> condition, boolean or) {
        List<Predicate<ObjectNode>> conditions = alternatives.getLast();
        if (or && !conditions.isEmpty()) {
            conditions.set(conditions.size() - 1, conditions.getLast().or(condition));
            return;
        }
        conditions.add(condition);
    }

    private void sort(String column, boolean descending) {
        if (instance.column(table, column).isPresent()) {
            Comparator<ObjectNode> by =
                    Comparator.comparing(row -> row.path(column).asText());
            order = order.thenComparing(descending ? by.reversed() : by);
        }
    }

    private Optional<Predicate<ObjectNode>> condition(String part) {
        Matcher read = CONDITION.matcher(part);
        if (!read.matches() || instance.column(table, read.group(1)).isEmpty()) {
            return Optional.empty();
        }
        String column = read.group(1);
        String value = evaluated(read.group(3));
        Predicate<String> test = switch (read.group(2)) {
            case "=" -> value::equals;
            case "!=" -> stored -> !stored.equals(value);
            case "IN" -> stored -> list(value).contains(stored);
            case "NOT IN" -> stored -> !list(value).contains(stored);
            case "LIKE" -> stored -> stored.contains(value);
            case "NOT LIKE" -> stored -> !stored.contains(value);
            case "STARTSWITH" -> stored -> stored.startsWith(value);
            case "ENDSWITH" -> stored -> stored.endsWith(value);
            case "ISEMPTY" -> String::isEmpty;
            case "ISNOTEMPTY" -> stored -> !stored.isEmpty();
            case ">" -> stored -> stored.compareTo(value) > 0;
            case ">=" -> stored -> stored.compareTo(value) >= 0;
            case "<" -> stored -> stored.compareTo(value) < 0;
            default -> stored -> stored.compareTo(value) <= 0;
        };
        return Optional.of(row -> test.test(row.path(column).asText().toLowerCase(Locale.ROOT)));
    }

    /** Compared as most databases beneath it do: upper and lower case alike. */
    private String evaluated(String value) {
        boolean script =
                list(value).stream().anyMatch(each -> SCRIPT.matcher(each).matches());
        if (script) {
            instance.records()
                    .put(
                            "scripts",
                            String.valueOf(instance.records().next("scripts", 1)),
                            Json.object().put("script", value));
            return "";
        }
        return value.toLowerCase(Locale.ROOT);
    }

    private static List<String> list(String value) {
        return Arrays.asList(value.split(",", -1));
    }
}
