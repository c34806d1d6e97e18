package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of persons. A custom one is known by a hash of 40 digits that differs from company to company, never by its name; the
 * switch {@code lacking-fields} takes some away by name.
 */
final class PipedriveFields {

    private static final String FIELDS = "person-fields";
    private static final int LONGEST_TEXT = 255;

    private final Records records;
    private final Switches switches;

    PipedriveFields(Records records, Switches switches) {
        this.records = records;
        this.switches = switches;
    }

    void seed() {
        standard("name", "Name", "varchar");
        standard("emails", "Email", "varchar");
        standard("phones", "Phone", "phone");
        standard("org_id", "Organization", "org");
        standard("owner_id", "Owner", "user");
        ObjectNode labels = standard("label_ids", "Labels", "set");
        option(labels, 1, "Customer");
        option(labels, 2, "Hot lead");
        custom("AI external id", "varchar");
        ObjectNode segment = custom("Segment", "enum");
        option(segment, 36, "Standard");
        option(segment, 37, "Premium");
    }

    Answer list(Request request) {
        return PipedrivePages.v2(
                request, all().stream().map(PipedriveFields::view).toList(), Set.of("id"));
    }

    Answer create(Request request) {
        ObjectNode wish = request.json();
        String name = wish.path("field_name").asText("");
        String type = wish.path("field_type").asText("");
        if (name.isBlank() || type.isBlank()) {
            throw PipedriveErrors.invalid("field_name and field_type are required");
        }
        return PipedrivePages.one(view(custom(name, type)));
    }

    /** The hash of the field with this name. */
    String hash(String name) {
        return all().stream()
                .filter(field -> field.path("field_name").asText().equals(name))
                .map(field -> field.path("field_code").asText())
                .findFirst()
                .orElseThrow();
    }

    Optional<ObjectNode> custom(String hash) {
        return all().stream()
                .filter(field -> field.path("is_custom_field").asBoolean()
                        && field.path("field_code").asText().equals(hash))
                .findFirst();
    }

    void check(JsonNode customFields) {
        customFields.properties().forEach(entry -> {
            ObjectNode field = custom(entry.getKey())
                    .orElseThrow(() -> PipedriveErrors.invalid("custom_fields: unknown key " + entry.getKey()));
            if (!entry.getValue().isNull() && !fits(field, entry.getValue())) {
                throw PipedriveErrors.invalid("custom_fields." + entry.getKey() + ": is invalid");
            }
        });
    }

    boolean hasLabel(int id) {
        return records.find(FIELDS, "label_ids").stream()
                .flatMap(field -> field.path("options").valueStream())
                .anyMatch(option -> option.path("id").asInt() == id);
    }

    private static ObjectNode view(ObjectNode field) {
        ObjectNode view = field.deepCopy();
        view.remove("id");
        return view;
    }

    private static boolean fits(ObjectNode field, JsonNode value) {
        return switch (field.path("field_type").asText()) {
            case "varchar" -> value.isTextual() && value.asText().length() <= LONGEST_TEXT;
            case "enum" -> value.isInt() && isOption(field, value);
            // Cleared with null; an empty list is refused.
            case "set" ->
                value.isArray() && !value.isEmpty() && value.valueStream().allMatch(each -> isOption(field, each));
            default -> true;
        };
    }

    private static boolean isOption(ObjectNode field, JsonNode value) {
        return field.path("options")
                .valueStream()
                .anyMatch(option -> option.path("id").asInt() == value.asInt(-1));
    }

    private List<ObjectNode> all() {
        List<String> lacking = switches.get("lacking-fields")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        return records.where(
                        FIELDS,
                        field -> !lacking.contains(field.path("field_name").asText()))
                .toList();
    }

    private ObjectNode standard(String code, String name, String type) {
        return add(code, name, type, false);
    }

    private ObjectNode custom(String name, String type) {
        return add(sha1(name), name, type, true);
    }

    private ObjectNode add(String code, String name, String type, boolean custom) {
        return records.put(
                FIELDS,
                code,
                Json.object()
                        .put("id", records.next("fields", 4_001))
                        .put("field_name", name)
                        .put("field_code", code)
                        .put("field_type", type)
                        .putNull("options")
                        .putNull("subfields")
                        .put("is_custom_field", custom)
                        .put("is_optional_response_field", false));
    }

    private static void option(ObjectNode field, int id, String label) {
        ArrayNode options = field.path("options") instanceof ArrayNode known ? known : field.putArray("options");
        options.addObject().put("id", id).put("label", label).putNull("color");
    }

    private static String sha1(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(("lee" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
