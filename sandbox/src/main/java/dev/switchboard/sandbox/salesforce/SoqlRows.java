package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a query over the records: fields of the object and of what it refers to ({@code Account.Name}). */
final class SoqlRows {

    /** A field as a query names it: on the object itself, or one relationship away. */
    private record Column(@Nullable SObjectField reference, SObjectField field) {}

    private final SalesforceSchema schema;
    private final Records records;

    SoqlRows(SalesforceSchema schema, Records records) {
        this.schema = schema;
        this.records = records;
    }

    List<ObjectNode> run(Soql query) {
        SObjectType type = schema.type(query.from())
                .orElseThrow(() -> SalesforceErrors.invalid(
                        "INVALID_TYPE", "sObject type '" + query.from() + "' is not supported."));
        Soql.Condition where = query.where();
        if (where != null) {
            check(type, where);
        }
        if (!query.count()) {
            query.fields().forEach(field -> column(type, field));
        }
        return records.where(type.name(), stored -> where == null || holds(type, stored, where))
                .sorted(order(type, query.orders()))
                .skip(query.offset())
                .limit(query.limit())
                .map(stored -> row(type, stored, query))
                .toList();
    }

    static ObjectNode attributes(SObjectType type, ObjectNode stored) {
        ObjectNode row = Json.object();
        row.putObject("attributes")
                .put("type", type.name())
                .put(
                        "url",
                        "/services/data/v68.0/sobjects/" + type.name() + "/"
                                + stored.path("Id").asText());
        return row;
    }

    static void copy(ObjectNode stored, ObjectNode row, String name) {
        JsonNode value = stored.path(name);
        row.set(name, value.isMissingNode() || value.asText("x").isEmpty() ? NullNode.getInstance() : value);
    }

    private ObjectNode row(SObjectType type, ObjectNode stored, Soql query) {
        ObjectNode row = attributes(type, stored);
        for (String name : query.count() ? List.<String>of() : query.fields()) {
            Column column = column(type, name);
            SObjectField reference = column.reference();
            if (reference == null) {
                copy(stored, row, column.field().name());
                continue;
            }
            String relationship = reference.name().substring(0, reference.name().length() - "Id".length());
            Optional<ObjectNode> target = target(stored, reference);
            if (target.isEmpty()) {
                row.putNull(relationship);
                continue;
            }
            SObjectType targetType =
                    schema.typeOf(target.get().path("Id").asText()).orElseThrow();
            ObjectNode nested =
                    row.path(relationship) instanceof ObjectNode known ? known : attributes(targetType, target.get());
            copy(target.get(), nested, column.field().name());
            row.set(relationship, nested);
        }
        return row;
    }

    private void check(SObjectType type, Soql.Condition condition) {
        switch (condition) {
            case Soql.Both both -> {
                check(type, both.left());
                check(type, both.right());
            }
            case Soql.Either either -> {
                check(type, either.left());
                check(type, either.right());
            }
            case Soql.Not not -> check(type, not.inner());
            case Soql.Comparison comparison -> {
                SObjectField field = column(type, comparison.field()).field();
                if (field.is("nofilter")) {
                    throw SalesforceErrors.invalid(
                            "INVALID_FIELD", "field '" + field.name() + "' can not be filtered in a query call");
                }
                SoqlConditions.checkLiterals(field, comparison);
            }
        }
    }

    private boolean holds(SObjectType type, ObjectNode stored, Soql.Condition condition) {
        return switch (condition) {
            case Soql.Both both -> holds(type, stored, both.left()) && holds(type, stored, both.right());
            case Soql.Either either -> holds(type, stored, either.left()) || holds(type, stored, either.right());
            case Soql.Not not -> !holds(type, stored, not.inner());
            case Soql.Comparison comparison ->
                SoqlConditions.holds(
                        column(type, comparison.field()).field(), value(type, stored, comparison.field()), comparison);
        };
    }

    private Comparator<ObjectNode> order(SObjectType type, List<Soql.Order> orders) {
        Comparator<ObjectNode> all = (_, _) -> 0;
        for (Soql.Order order : orders) {
            boolean numeric = List.of("int", "currency")
                    .contains(column(type, order.field()).field().type());
            Comparator<ObjectNode> one = numeric
                    ? Comparator.comparingDouble(
                            stored -> value(type, stored, order.field()).asDouble())
                    : Comparator.comparing(
                            stored -> value(type, stored, order.field()).asText(""));
            all = all.thenComparing(order.descending() ? one.reversed() : one);
        }
        return all;
    }

    private JsonNode value(SObjectType type, ObjectNode stored, String name) {
        Column column = column(type, name);
        SObjectField reference = column.reference();
        if (reference == null) {
            return stored.path(column.field().name());
        }
        return target(stored, reference)
                .map(target -> target.path(column.field().name()))
                .orElse(MissingNode.getInstance());
    }

    private Optional<ObjectNode> target(ObjectNode stored, SObjectField reference) {
        String id = stored.path(reference.name()).asText("");
        return schema.typeOf(id).flatMap(type -> records.find(type.name(), SalesforceId.key(id)));
    }

    private Column column(SObjectType type, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return new Column(null, type.field(name).orElseThrow(() -> noSuchColumn(type, name)));
        }
        String relationship = name.substring(0, dot);
        SObjectField reference = type.relationship(relationship)
                .orElseThrow(() -> SalesforceErrors.invalid(
                        "INVALID_FIELD", "Didn't understand relationship '" + relationship + "' in field path."));
        SObjectType target = schema.type(reference.choices().getFirst()).orElseThrow();
        String field = name.substring(dot + 1);
        return new Column(reference, target.field(field).orElseThrow(() -> noSuchColumn(target, field)));
    }

    private static AnsweredException noSuchColumn(SObjectType type, String name) {
        return SalesforceErrors.invalid(
                "INVALID_FIELD",
                "No such column '" + name + "' on entity '" + type.name()
                        + "'. If you are attempting to use a custom field, be sure to append the '__c'.");
    }
}
