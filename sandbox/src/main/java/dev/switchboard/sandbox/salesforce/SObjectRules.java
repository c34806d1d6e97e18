package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Records;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Salesforce refuses in a record that a client writes. */
final class SObjectRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final SalesforceSchema schema;
    private final Records records;

    SObjectRules(SalesforceSchema schema, Records records) {
        this.schema = schema;
        this.records = records;
    }

    void checkInsert(SObjectType type, ObjectNode values) {
        checkFields(type, values, "readonly");
        List<String> missing = type.fields().values().stream()
                .filter(field -> field.is("required"))
                .map(SObjectField::name)
                .filter(name -> values.path(name).asText().isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw SalesforceErrors.invalid(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: " + missing,
                    missing.toArray(String[]::new));
        }
    }

    void checkUpdate(SObjectType type, ObjectNode values) {
        checkFields(type, values, "insertonly");
    }

    private void checkFields(SObjectType type, ObjectNode values, String forbidden) {
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            if (entry.getKey().equals("attributes")) {
                continue;
            }
            SObjectField field = type.field(entry.getKey())
                    .orElseThrow(() -> SalesforceErrors.invalid(
                            "INVALID_FIELD",
                            "No such column '" + entry.getKey() + "' on sobject of type " + type.name()));
            if (field.is("readonly") || field.is(forbidden)) {
                throw SalesforceErrors.invalid(
                        "INVALID_FIELD_FOR_INSERT_UPDATE",
                        "Unable to create/update fields: " + field.name()
                                + ". Please check the security settings of this field and verify that it is read/write"
                                + " for your profile or permission set.",
                        field.name());
            }
            checkValue(field, entry.getValue());
        }
        boolean lead = values.path("WhoId").asText().startsWith("00Q");
        if (lead && values.hasNonNull("WhatId")) {
            throw SalesforceErrors.invalid(
                    "FIELD_INTEGRITY_EXCEPTION", "WhatId must be blank when WhoId is a lead", "WhatId");
        }
    }

    private void checkValue(SObjectField field, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        checkJsonType(field, value);
        String text = value.asText();
        if (field.length() > 0 && text.length() > field.length()) {
            throw SalesforceErrors.invalid(
                    "STRING_TOO_LONG",
                    field.name() + ": data value too large: " + text.substring(0, 20) + " (max length=" + field.length()
                            + ")",
                    field.name());
        }
        switch (field.type()) {
            case "email" -> {
                if (!text.isEmpty() && !EMAIL.matcher(text).matches()) {
                    throw SalesforceErrors.invalid(
                            "INVALID_EMAIL_ADDRESS", field.name() + ": invalid email address: " + text, field.name());
                }
            }
            case "reference" -> checkReference(field, text);
            case "picklist" -> {
                if (!field.choices().isEmpty() && !field.choices().contains(text)) {
                    throw SalesforceErrors.invalid(
                            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                            field.name() + ": bad value for restricted picklist field: " + text,
                            field.name());
                }
            }
            default -> {}
        }
    }

    private static void checkJsonType(SObjectField field, JsonNode value) {
        boolean fits = switch (field.type()) {
            case "boolean" -> value.isBoolean();
            case "int" -> value.isInt();
            case "currency" -> value.isNumber();
            case "date" -> DATE.matcher(value.asText()).matches();
            default -> value.isTextual();
        };
        if (!fits) {
            throw SalesforceErrors.invalid(
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + field.type() + " from " + value.getNodeType() + " value "
                            + value);
        }
    }

    private void checkReference(SObjectField field, String id) {
        if (id.isEmpty()) {
            return;
        }
        if (!SalesforceId.isId(id)) {
            throw SalesforceErrors.invalid(
                    "MALFORMED_ID", field.name() + ": id value of incorrect type: " + id, field.name());
        }
        boolean known = schema.typeOf(id)
                .filter(target -> field.choices().contains(target.name()))
                .flatMap(target -> records.find(target.name(), SalesforceId.key(id)))
                .isPresent();
        if (!known) {
            throw SalesforceErrors.invalid("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name());
        }
    }
}
