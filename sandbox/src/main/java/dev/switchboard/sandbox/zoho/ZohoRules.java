package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Switches;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Zoho refuses in a record. The refusal stands in the record's place, and the answer's status says nothing of it. */
final class ZohoRules {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("[0-9+\\-.() ]+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d");
    private static final Pattern DURATION = Pattern.compile("\\d{1,4}:[0-5]\\d");

    private final ZohoSchema schema;
    private final Records records;
    private final Switches switches;
    private final Clock clock;

    ZohoRules(ZohoSchema schema, Records records, Switches switches, Clock clock) {
        this.schema = schema;
        this.records = records;
        this.switches = switches;
        this.clock = clock;
    }

    /** The refusal of a new record; the switch {@code required-fields} names more, such as {@code Contacts.Email}. */
    Optional<ObjectNode> refusalOfNew(String module, JsonNode record) {
        var ruled = switches.get("required-fields")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        Optional<ObjectNode> missing = schema.fields(module).stream()
                .filter(field -> field.is("required") || ruled.contains(module + "." + field.name()))
                .filter(field -> isEmpty(record.path(field.name())))
                .findFirst()
                .map(field -> mandatory(field.name()));
        return missing.or(() -> refusal(module, record, ""))
                .or(() -> module.equals("Calls") ? refusalOfCall(record) : Optional.empty());
    }

    /** The refusal of a change; {@code ownId} is the record that may keep its unique values. */
    Optional<ObjectNode> refusal(String module, JsonNode record, String ownId) {
        return schema.fields(module).stream()
                .filter(field -> !field.is("readonly") && record.hasNonNull(field.name()))
                .flatMap(field -> refusal(module, field, record, ownId).stream())
                .findFirst();
    }

    private Optional<ObjectNode> refusal(String module, ZohoField field, JsonNode record, String ownId) {
        JsonNode value = record.path(field.name());
        if (field.isReference()) {
            return refusalOfReference(field, value, record);
        }
        if (value.isContainerNode() || value.isBoolean() != field.type().equals("boolean")) {
            return Optional.of(invalid(field, expected(field)));
        }
        String text = value.asText();
        if (field.length() > 0 && text.codePointCount(0, text.length()) > field.length()) {
            ObjectNode details = Json.object().put("api_name", field.name()).put("maximum_length", field.length());
            return Optional.of(ZohoErrors.error("INVALID_DATA", "invalid data", details));
        }
        if (!text.isEmpty() && !hasShape(field, text)) {
            return Optional.of(invalid(field, expected(field)));
        }
        return field.is("unique") ? duplicate(module, field, text, ownId) : Optional.empty();
    }

    private Optional<ObjectNode> refusalOfReference(ZohoField field, JsonNode value, JsonNode record) {
        String id = value.path("id").asText(value.asText());
        String target = switch (field.type()) {
            case "lookup" -> field.choices().getFirst();
            case "related" -> record.path("$se_module").asText();
            default -> value.at("/module/api_name").asText();
        };
        if (field.type().equals("related") && target.isEmpty()) {
            return Optional.of(mandatory("$se_module"));
        }
        return records.find(target, id).isPresent()
                ? Optional.empty()
                : Optional.of(ZohoErrors.error(
                        "INVALID_DATA",
                        "the id given seems to be invalid",
                        Json.object().put("api_name", field.name())));
    }

    private static boolean hasShape(ZohoField field, String text) {
        return switch (field.type()) {
            case "email" -> EMAIL.matcher(text).matches();
            case "phone" -> PHONE.matcher(text).matches();
            case "picklist" -> field.choices().contains(text);
            case "duration" -> DURATION.matcher(text).matches();
            case "datetime" -> TIME.matcher(text).matches() && isTime(text);
            case "number" -> text.matches("-?\\d+(\\.\\d+)?");
            default -> true;
        };
    }

    /** What is over has a duration and a beginning in the past; what is to come has neither. */
    private Optional<ObjectNode> refusalOfCall(JsonNode call) {
        boolean missed = call.path("Call_Type").asText().equals("Missed");
        boolean past = !OffsetDateTime.parse(call.path("Call_Start_Time").asText())
                .toInstant()
                .isAfter(clock.instant());
        if (!past && call.hasNonNull("Call_Duration")) {
            return Optional.of(ZohoErrors.error(
                    "INVALID_DATA",
                    "the start time of a logged call lies in the past",
                    Json.object().put("api_name", "Call_Start_Time")));
        }
        if (past && !missed && !call.hasNonNull("Call_Duration")) {
            return Optional.of(mandatory("Call_Duration"));
        }
        boolean outbound = call.path("Call_Type").asText().equals("Outbound");
        return outbound && !call.hasNonNull("Outgoing_Call_Status")
                ? Optional.of(mandatory("Outgoing_Call_Status"))
                : Optional.empty();
    }

    private Optional<ObjectNode> duplicate(String module, ZohoField field, String text, String ownId) {
        return records.where(
                        module, other -> other.path(field.name()).asText("").equalsIgnoreCase(text))
                .map(other -> other.path("id").asText())
                .filter(id -> !id.equals(ownId) && !text.isEmpty())
                .findFirst()
                .map(id -> {
                    ObjectNode details =
                            Json.object().put("api_name", field.name()).put("id", id);
                    details.putObject("duplicate_record")
                            .put("id", id)
                            .putObject("module")
                            .put("api_name", module);
                    return ZohoErrors.error("DUPLICATE_DATA", "duplicate data", details);
                });
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank());
    }

    private static ObjectNode mandatory(String field) {
        return ZohoErrors.error(
                "MANDATORY_NOT_FOUND", "required field not found", Json.object().put("api_name", field));
    }

    private static ObjectNode invalid(ZohoField field, String expected) {
        ObjectNode details = Json.object().put("expected_data_type", expected).put("api_name", field.name());
        return ZohoErrors.error("INVALID_DATA", "invalid data", details);
    }

    private static String expected(ZohoField field) {
        return field.type().equals("textarea") ? "text" : field.type();
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
