package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Records one at a time and in lists. A write answers record by record: the status is 201 when all were made, 202 when none was,
 * 207 when some were. What is empty is 204 without a body.
 */
final class ZohoRecords {

    private static final int LARGEST_WRITE = 100;
    private static final int LARGEST_PAGE = 200;
    /** The related list and the field of its records that points back. */
    private static final Map<String, List<String>> RELATED = Map.of(
            "Deals",
            List.of("Contact_Name"),
            "Cases",
            List.of("Related_To"),
            "Calls",
            List.of("Who_Id", "What_Id"),
            "Notes",
            List.of("Parent_Id"));

    private final ZohoSchema schema;
    private final ZohoRules rules;
    private final ZohoStore store;
    private final Records records;
    private final ZohoNotifications notifications;

    ZohoRecords(ZohoSchema schema, ZohoRules rules, ZohoStore store, Records records, ZohoNotifications notifications) {
        this.schema = schema;
        this.rules = rules;
        this.store = store;
        this.records = records;
        this.notifications = notifications;
    }

    Answer create(Request request) {
        String module = schema.known(request.parameter("module"));
        return written(request, 201, record -> created(module, record));
    }

    Answer update(Request request) {
        String module = schema.known(request.parameter("module"));
        ObjectNode record = found(request, module);
        return written(request, 200, change -> changed(module, record, change));
    }

    Answer upsert(Request request) {
        String module = schema.known(request.parameter("module"));
        List<String> given = texts(request.json().path("duplicate_check_fields"));
        List<String> fields = given.isEmpty() ? List.of("Email") : given;
        return written(request, 200, record -> {
            Optional<ObjectNode> known = fields.stream()
                    .filter(record::hasNonNull)
                    .flatMap(field -> records.where(
                            module,
                            other -> other.path(field)
                                    .asText("")
                                    .equalsIgnoreCase(record.path(field).asText())))
                    .findFirst();
            return known.map(found -> changed(module, found, record).put("action", "update"))
                    .orElseGet(() -> created(module, record).put("action", "insert"));
        });
    }

    Answer delete(Request request) {
        String module = schema.known(request.parameter("module"));
        ObjectNode record = found(request, module);
        records.remove(module, record.path("id").asText());
        notifications.tell(module, "delete", record, List.of());
        ObjectNode body = Json.object();
        body.putArray("data")
                .add(success(
                        "record deleted",
                        Json.object().put("id", record.path("id").asText())));
        return Answer.json(200, body);
    }

    Answer read(Request request) {
        String module = schema.known(request.parameter("module"));
        ObjectNode record = store.view(module, found(request, module), wanted(request));
        return Answer.json(200, Json.object().set("data", Json.array(List.of(record))));
    }

    Answer list(Request request) {
        String module = schema.known(request.parameter("module"));
        requireFields(request);
        return page(request, module, store.visible(module).toList());
    }

    Answer related(Request request) {
        String module = schema.known(request.parameter("module"));
        String related = request.parameter("related");
        String id = found(request, module).path("id").asText();
        if (!schema.has(related) || !RELATED.containsKey(related)) {
            throw ZohoErrors.invalid("INVALID_DATA", "the relation name given seems to be invalid", Json.object());
        }
        requireFields(request);
        return page(
                request,
                related,
                store.all(related).stream()
                        .filter(record -> RELATED.get(related).stream()
                                .anyMatch(field ->
                                        record.path(field).path("id").asText().equals(id)))
                        .sorted(order(request))
                        .toList());
    }

    /** By the id when nothing else is asked for, and downwards. */
    private static Comparator<ObjectNode> order(Request request) {
        String by = oneOf(request, "sort_by", List.of("id", "Created_Time", "Modified_Time"));
        String direction = oneOf(request, "sort_order", List.of("desc", "asc"));
        Comparator<ObjectNode> ascending = Comparator.comparing(
                        (ObjectNode record) -> record.path(by).asText())
                .thenComparing(record -> record.path("id").asText());
        return direction.equals("asc") ? ascending : ascending.reversed();
    }

    /** The first of them when the request does not say. */
    private static String oneOf(Request request, String parameter, List<String> known) {
        String asked = request.query(parameter).orElse(known.getFirst());
        if (!known.contains(asked)) {
            throw ZohoErrors.invalid(
                    "INVALID_DATA", "invalid data", Json.object().put("param_name", parameter));
        }
        return asked;
    }

    /** The page that a request asks for; 204 when it is empty. */
    Answer page(Request request, String module, List<ObjectNode> all) {
        int size = Math.clamp(number(request, "per_page", LARGEST_PAGE), 1, LARGEST_PAGE);
        int from = Math.min(all.size(), (number(request, "page", 1) - 1) * size);
        int to = Math.min(all.size(), from + size);
        if (from == to) {
            return Answer.empty(204);
        }
        ObjectNode body = Json.object();
        List<String> wanted = wanted(request);
        body.set(
                "data",
                Json.array(all.subList(from, to).stream()
                        .map(record -> store.view(module, record, wanted))
                        .toList()));
        body.putObject("info")
                .put("per_page", size)
                .put("count", to - from)
                .put("page", number(request, "page", 1))
                .put("more_records", to < all.size());
        return Answer.json(200, body);
    }

    private Answer written(Request request, int good, Function<JsonNode, ObjectNode> write) {
        JsonNode wishes = request.json().path("data");
        if (!wishes.isArray() || wishes.isEmpty()) {
            throw ZohoErrors.invalid(
                    "MANDATORY_NOT_FOUND",
                    "required field not found",
                    Json.object().put("api_name", "data"));
        }
        if (wishes.size() > LARGEST_WRITE) {
            throw ZohoErrors.invalid(
                    "INVALID_DATA",
                    "more than the allowed records",
                    Json.object().put("maximum_length", LARGEST_WRITE));
        }
        List<ObjectNode> results = new ArrayList<>();
        wishes.forEach(wish -> results.add(write.apply(wish)));
        long failed = results.stream()
                .filter(result -> result.path("status").asText().equals("error"))
                .count();
        // A refused change or upsert is 200 all the same.
        int status = failed == 0 || good == 200 ? good : failed == results.size() ? 202 : 207;
        return Answer.json(status, Json.object().set("data", Json.array(results)));
    }

    private ObjectNode created(String module, JsonNode wish) {
        Optional<ObjectNode> refusal = rules.refusalOfNew(module, wish);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ObjectNode record = store.insert(module, wish);
        notifications.tell(module, "insert", record, List.of());
        return success("record added", details(record));
    }

    private ObjectNode changed(String module, ObjectNode record, JsonNode change) {
        Optional<ObjectNode> refusal =
                rules.refusal(module, change, record.path("id").asText());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        store.update(module, record, change);
        List<String> fields = new ArrayList<>();
        change.fieldNames().forEachRemaining(fields::add);
        notifications.tell(module, "update", record, fields);
        return success("record updated", details(record));
    }

    private ObjectNode details(ObjectNode record) {
        ObjectNode details = Json.object()
                .put("id", record.path("id").asText())
                .put("Created_Time", record.path("Created_Time").asText())
                .put("Modified_Time", record.path("Modified_Time").asText());
        details.set("Created_By", store.owner());
        return details;
    }

    private static ObjectNode success(String message, ObjectNode details) {
        return Json.object()
                .put("code", "SUCCESS")
                .<ObjectNode>set("details", details)
                .put("message", message)
                .put("status", "success");
    }

    private ObjectNode found(Request request, String module) {
        return records.find(module, request.parameter("id"))
                .orElseThrow(() -> ZohoErrors.invalid(
                        "INVALID_DATA",
                        "the id given seems to be invalid",
                        Json.object().put("api_name", "id")));
    }

    /** Since version 3 a list without {@code fields} is refused. */
    private static void requireFields(Request request) {
        if (wanted(request).isEmpty()) {
            throw ZohoErrors.missing("fields");
        }
    }

    private static List<String> wanted(Request request) {
        return request.query("fields")
                .map(names -> List.of(names.split(",", -1)))
                .orElse(List.of());
    }

    private static List<String> texts(JsonNode array) {
        return array instanceof ArrayNode names
                ? names.valueStream().map(JsonNode::asText).toList()
                : List.of();
    }

    private static int number(Request request, String parameter, int otherwise) {
        String text = request.query(parameter).orElse(String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw ZohoErrors.invalid(
                    "INVALID_DATA", "invalid data", Json.object().put("param_name", parameter));
        }
        return Integer.parseInt(text);
    }
}
