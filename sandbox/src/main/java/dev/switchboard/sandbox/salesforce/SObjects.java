package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.util.List;

/** {@code /sobjects}: create, read, change, upsert, describe. */
final class SObjects {

    private final SalesforceSchema schema;
    private final SObjectStore store;
    private final SObjectRules rules;
    private final Switches switches;

    SObjects(SalesforceSchema schema, SObjectStore store, SObjectRules rules, Switches switches) {
        this.schema = schema;
        this.store = store;
        this.rules = rules;
        this.switches = switches;
    }

    Answer create(Request request) {
        SObjectType type = type(request);
        return saved(201, create(type, request.json(), request));
    }

    Answer read(Request request) {
        SObjectType type = type(request);
        return projected(request, type, byId(request, type));
    }

    Answer readByExternalId(Request request) {
        SObjectType type = type(request);
        List<ObjectNode> found = store.withValue(type, externalField(request, type), request.parameter("value"));
        return found.size() == 1 ? projected(request, type, found.getFirst()) : none(found);
    }

    Answer update(Request request) {
        SObjectType type = type(request);
        ObjectNode stored = byId(request, type);
        ObjectNode values = request.json();
        rules.checkUpdate(type, values);
        store.update(type, stored, values);
        return Answer.empty(204);
    }

    /** Safe to repeat: makes the record the first time, changes it afterwards. */
    Answer upsert(Request request) {
        SObjectType type = type(request);
        SObjectField field = externalField(request, type);
        ObjectNode values = request.json();
        if (values.has(field.name())) {
            throw SalesforceErrors.invalid(
                    "INVALID_FIELD", "The " + field.name() + " field should not be specified in the sobject data.");
        }
        List<ObjectNode> found = store.withValue(type, field, request.parameter("value"));
        if (found.isEmpty()) {
            ObjectNode created = create(type, values.put(field.name(), request.parameter("value")), request);
            if (anotherWasFaster()) {
                throw duplicate(field, created);
            }
            return saved(201, created);
        }
        if (found.size() > 1) {
            return none(found);
        }
        rules.checkUpdate(type, values);
        store.update(type, found.getFirst(), values);
        return saved(200, found.getFirst());
    }

    Answer delete(Request request) {
        store.delete(type(request), byId(request, type(request)));
        return Answer.empty(204);
    }

    Answer describe(Request request) {
        SObjectType type = type(request);
        ObjectNode body = Json.object().put("name", type.name()).put("keyPrefix", type.prefix());
        ArrayNode fields = body.putArray("fields");
        for (SObjectField field : type.fields().values()) {
            ObjectNode described = fields.addObject()
                    .put("name", field.name())
                    .put("type", field.type())
                    .put("length", field.length())
                    .put("createable", !field.is("readonly"))
                    .put("updateable", !field.is("readonly") && !field.is("insertonly"))
                    .put("nillable", !field.is("required"))
                    .put("filterable", !field.is("nofilter"))
                    .put("externalId", field.is("external"))
                    .put("unique", field.is("external"))
                    .put("custom", field.name().endsWith("__c"))
                    .put(
                            "restrictedPicklist",
                            field.type().equals("picklist") && !field.choices().isEmpty());
            ArrayNode values = described.putArray("picklistValues");
            if (field.type().equals("picklist")) {
                field.choices()
                        .forEach(choice ->
                                values.addObject().put("value", choice).put("active", true));
            }
        }
        return Answer.json(200, body);
    }

    private ObjectNode create(SObjectType type, ObjectNode values, Request request) {
        rules.checkInsert(type, values);
        for (SObjectField field : type.fields().values()) {
            List<ObjectNode> same = field.is("external") && values.hasNonNull(field.name())
                    ? store.withValue(type, field, values.get(field.name()).asText())
                    : List.of();
            if (!same.isEmpty()) {
                throw duplicate(field, same.getFirst());
            }
        }
        checkDuplicateRules(type, values, request);
        return store.insert(type, values);
    }

    /** As many times as the switch {@code upsert-races} says: the record is there, and theirs. */
    private boolean anotherWasFaster() {
        int left = switches.get("upsert-races").asInt(0);
        switches.set("upsert-races", IntNode.valueOf(Math.max(0, left - 1)));
        return left > 0;
    }

    private static AnsweredException duplicate(SObjectField field, ObjectNode same) {
        return SalesforceErrors.invalid(
                "DUPLICATE_VALUE",
                "duplicate value found: " + field.name() + " duplicates value on record with id: "
                        + same.path("Id").asText());
    }

    /** Off unless the switch {@code duplicate-rules} is true. */
    private void checkDuplicateRules(SObjectType type, ObjectNode values, Request request) {
        boolean forced =
                request.header("Sforce-Duplicate-Rule-Header").orElse("").contains("allowSave=true");
        if (!type.name().equals("Contact")
                || forced
                || !switches.get("duplicate-rules").asBoolean()) {
            return;
        }
        boolean known = type.field("Email")
                .filter(email -> values.hasNonNull("Email"))
                .map(email -> store.withValue(type, email, values.get("Email").asText()))
                .filter(same -> !same.isEmpty())
                .isPresent();
        if (known) {
            throw SalesforceErrors.invalid("DUPLICATES_DETECTED", "Use one of these records?");
        }
    }

    private SObjectType type(Request request) {
        return schema.type(request.parameter("type")).orElseThrow(SalesforceErrors::notFound);
    }

    private ObjectNode byId(Request request, SObjectType type) {
        return store.find(type, request.parameter("id"))
                .orElseThrow(() -> new AnsweredException(SalesforceErrors.array(
                        404,
                        "NOT_FOUND",
                        "Provided external ID field does not exist or is not accessible: " + request.parameter("id"))));
    }

    private static SObjectField externalField(Request request, SObjectType type) {
        return type.field(request.parameter("field"))
                .filter(field -> field.is("external"))
                .orElseThrow(() -> new AnsweredException(SalesforceErrors.array(
                        404,
                        "NOT_FOUND",
                        "Provided external ID field does not exist or is not accessible: "
                                + request.parameter("field"))));
    }

    private Answer projected(Request request, SObjectType type, ObjectNode stored) {
        List<String> names = request.query("fields")
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        ObjectNode row = SoqlRows.attributes(type, stored);
        if (names.isEmpty()) {
            type.fields().keySet().forEach(name -> SoqlRows.copy(stored, row, name));
        }
        for (String name : names) {
            SObjectField field = type.field(name.strip())
                    .orElseThrow(() -> SalesforceErrors.invalid(
                            "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name()));
            SoqlRows.copy(stored, row, field.name());
        }
        return Answer.json(200, row);
    }

    private static Answer saved(int status, ObjectNode stored) {
        ObjectNode body = Json.object().put("id", stored.path("Id").asText()).put("success", true);
        body.putArray("errors");
        return Answer.json(status, body.put("created", status == 201));
    }

    private static Answer none(List<ObjectNode> found) {
        return found.isEmpty()
                ? SalesforceErrors.array(404, "NOT_FOUND", "The requested resource does not exist")
                : Answer.json(
                        300,
                        Json.array(found.stream().map(each -> each.get("Id")).toList()));
    }
}
