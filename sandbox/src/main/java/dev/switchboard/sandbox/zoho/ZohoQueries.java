package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** COQL. It sees what was written just now; of a lookup it shows the id alone. */
final class ZohoQueries {

    private final ZohoSchema schema;
    private final ZohoStore store;

    ZohoQueries(ZohoSchema schema, ZohoStore store) {
        this.schema = schema;
        this.store = store;
    }

    Answer query(Request request) {
        Coql query = CoqlParser.parse(request.json().path("select_query").asText());
        schema.known(query.module());
        query.fields().forEach(field -> check(query.module(), field));
        query.orders().forEach(order -> check(query.module(), order.field()));
        check(query.module(), query.where());
        List<ObjectNode> found = store.visible(query.module())
                .filter(record -> holds(query.module(), record, query.where()))
                .sorted(order(query.orders()))
                .skip(query.offset())
                .limit(query.limit() + 1L)
                .toList();
        if (found.isEmpty()) {
            return Answer.empty(204);
        }
        List<ObjectNode> shown = found.stream()
                .limit(query.limit())
                .map(record -> row(record, query.fields()))
                .toList();
        ObjectNode body = Json.object().set("data", Json.array(shown));
        body.putObject("info").put("count", shown.size()).put("more_records", found.size() > shown.size());
        return Answer.json(200, body);
    }

    private void check(String module, Coql.Condition condition) {
        switch (condition) {
            case Coql.Both both -> {
                check(module, both.left());
                check(module, both.right());
            }
            case Coql.Either either -> {
                check(module, either.left());
                check(module, either.right());
            }
            case Coql.Comparison comparison -> {
                check(module, comparison.field());
                boolean leading = comparison.operator().equals("like")
                        && comparison.values().getFirst().startsWith("%")
                        && isPhone(module, comparison.field());
                if (leading) {
                    throw ZohoErrors.column(comparison.field());
                }
            }
        }
    }

    private void check(String module, String field) {
        if (schema.field(module, field)
                .filter(known -> !known.type().equals("textarea"))
                .isEmpty()) {
            throw ZohoErrors.column(field);
        }
    }

    private boolean isPhone(String module, String field) {
        return schema.field(module, field)
                .filter(known -> known.type().equals("phone"))
                .isPresent();
    }

    private boolean holds(String module, ObjectNode record, Coql.Condition condition) {
        return switch (condition) {
            case Coql.Both both -> holds(module, record, both.left()) && holds(module, record, both.right());
            case Coql.Either either -> holds(module, record, either.left()) || holds(module, record, either.right());
            case Coql.Comparison comparison -> holds(value(record, comparison.field()), comparison);
        };
    }

    private static boolean holds(String stored, Coql.Comparison comparison) {
        return switch (comparison.operator()) {
            case "is null" -> stored.isEmpty();
            case "is not null" -> !stored.isEmpty();
            case "in" -> comparison.values().stream().anyMatch(value -> value.equalsIgnoreCase(stored));
            case "not in" -> comparison.values().stream().noneMatch(value -> value.equalsIgnoreCase(stored));
            case "=" -> stored.equalsIgnoreCase(comparison.values().getFirst());
            case "!=" -> !stored.equalsIgnoreCase(comparison.values().getFirst());
            case "like" -> like(stored, comparison.values().getFirst());
            case "<" -> compare(stored, comparison.values().getFirst()) < 0;
            case "<=" -> compare(stored, comparison.values().getFirst()) <= 0;
            case ">" -> compare(stored, comparison.values().getFirst()) > 0;
            default -> compare(stored, comparison.values().getFirst()) >= 0;
        };
    }

    /** {@code %} stands for anything; nothing else is special. */
    private static boolean like(String stored, String pattern) {
        String regex =
                List.of(pattern.split("%", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(stored)
                .matches();
    }

    private static int compare(String one, String other) {
        boolean times = one.contains("T") && other.contains("T");
        return times ? instant(one).compareTo(instant(other)) : one.compareToIgnoreCase(other);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Comparator<ObjectNode> order(List<Coql.Order> orders) {
        Comparator<ObjectNode> all = (_, _) -> 0;
        for (Coql.Order order : orders) {
            Comparator<ObjectNode> by = (one, other) -> compare(value(one, order.field()), value(other, order.field()));
            all = all.thenComparing(order.descending() ? by.reversed() : by);
        }
        return all;
    }

    /** Of a lookup the id. */
    private static String value(ObjectNode record, String field) {
        JsonNode value = record.path(field);
        return value.isObject() ? value.path("id").asText() : value.isNull() ? "" : value.asText("");
    }

    private static ObjectNode row(ObjectNode record, List<String> fields) {
        ObjectNode row = Json.object();
        for (String field : fields) {
            JsonNode value = record.has(field) ? record.get(field) : NullNode.getInstance();
            row.set(
                    field,
                    value.isObject() ? Json.object().put("id", value.path("id").asText()) : value.deepCopy());
        }
        return row.put("id", record.path("id").asText());
    }
}
