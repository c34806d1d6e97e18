package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps records. What the schema does not know is dropped without a word, as Zoho does. */
final class ZohoStore {

    private static final long FIRST_ID = 554_023_000_000_527_001L;
    private static final Map<String, String> NAMES = Map.of(
            "Contacts",
            "Full_Name",
            "Leads",
            "Full_Name",
            "Accounts",
            "Account_Name",
            "Deals",
            "Deal_Name",
            "Cases",
            "Subject",
            "Calls",
            "Subject",
            "Notes",
            "Note_Title");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final ZohoSchema schema;
    private final Records records;
    private final Clock clock;
    private final Set<String> typed = new HashSet<>();

    ZohoStore(ZohoSchema schema, Records records, Clock clock) {
        this.schema = schema;
        this.records = records;
        this.clock = clock;
    }

    ObjectNode insert(String module, JsonNode fields) {
        String id = String.valueOf(records.next("records", FIRST_ID));
        ObjectNode record = Json.object().put("id", id);
        record.set("Owner", owner());
        record.putArray("Tag");
        record.put("Created_Time", now());
        if (module.equals("Cases")) {
            record.put("Case_Number", String.valueOf(records.next("cases", 1001)));
        }
        update(module, record, fields);
        return records.put(module, id, record);
    }

    void update(String module, ObjectNode record, JsonNode fields) {
        fields.properties()
                .forEach(entry -> schema.field(module, entry.getKey()).ifPresent(field -> {
                    boolean empty = entry.getValue().isNull()
                            || (entry.getValue().isTextual()
                                    && entry.getValue().asText().isEmpty());
                    record.set(
                            field.name(),
                            empty ? NullNode.getInstance() : stored(module, field, entry.getValue(), fields));
                }));
        if (schema.field(module, "Full_Name").isPresent()) {
            record.put(
                    "Full_Name",
                    Stream.of("First_Name", "Last_Name")
                            .map(name -> record.path(name).asText(""))
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining(" ")));
        }
        record.put("Modified_Time", now());
    }

    /** With these fields only, or with all. Null where a record has none. */
    ObjectNode view(String module, ObjectNode record, Collection<String> wanted) {
        ObjectNode view = Json.object().put("id", record.path("id").asText());
        schema.fields(module).stream()
                .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
                .forEach(field -> view.set(
                        field.name(),
                        record.has(field.name()) ? record.get(field.name()).deepCopy() : NullNode.getInstance()));
        return view;
    }

    /** Those a list shows: a converted lead shows only where it is asked for. */
    Stream<ObjectNode> visible(String module) {
        return records.where(module, record -> !record.path("$converted").asBoolean());
    }

    List<ObjectNode> all(String module) {
        return records.all(module);
    }

    /** In the index long since, as what somebody typed in before the test began. */
    void typedIn(ObjectNode record) {
        typed.add(record.path("id").asText());
    }

    boolean isTypedIn(ObjectNode record) {
        return typed.contains(record.path("id").asText());
    }

    void forget() {
        typed.clear();
    }

    String now() {
        return time(clock.instant());
    }

    /** With an offset and without fractions of a second. */
    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.ofHours(1)));
    }

    ObjectNode owner() {
        return Json.object()
                .put("name", "Dana Fields")
                .put("id", "554023000000235011")
                .put("email", "dana@example.com");
    }

    private JsonNode stored(String module, ZohoField field, JsonNode value, JsonNode fields) {
        if (!field.isReference()) {
            return value.deepCopy();
        }
        String target = switch (field.type()) {
            case "lookup" -> field.choices().getFirst();
            case "related" -> fields.path("$se_module").asText();
            default -> value.at("/module/api_name").asText();
        };
        String id = value.path("id").asText(value.asText());
        ObjectNode reference = Json.object()
                .put(
                        "name",
                        records.find(target, id)
                                .map(found -> found.path(NAMES.getOrDefault(target, "id"))
                                        .asText())
                                .orElse(""))
                .put("id", id);
        if (field.type().equals("parent")) {
            reference.putObject("module").put("api_name", target);
        }
        if (module.equals("Calls") && field.type().equals("related")) {
            reference.put("$se_module", target);
        }
        return reference;
    }
}
