package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers with one thing, and lists: in v2 by cursor, in v1 by offset. */
final class PipedrivePages {

    private static final int LARGEST = 500;
    private static final int STANDARD = 100;

    private PipedrivePages() {}

    static Answer one(JsonNode data) {
        return Answer.json(200, Json.object().put("success", true).set("data", data));
    }

    /** A v2 list, sorted as asked. */
    static Answer v2(Request request, List<ObjectNode> all, Set<String> sortable) {
        List<ObjectNode> sorted = all.stream().sorted(order(request, sortable)).toList();
        Page page = page(sorted.size(), cursor(request), number(request, "limit", STANDARD));
        ObjectNode body = Json.object().put("success", true);
        body.set("data", Json.array(sorted.subList(page.from(), page.to())));
        body.putObject("additional_data").put("next_cursor", page.next(sorted.size()));
        return Answer.json(200, body);
    }

    /** A search's results have the same cursor, and items instead of a list. */
    static Answer search(Request request, List<ObjectNode> found) {
        Page page = page(found.size(), cursor(request), number(request, "limit", STANDARD));
        ObjectNode body = Json.object().put("success", true);
        body.putObject("data").set("items", Json.array(found.subList(page.from(), page.to())));
        body.putObject("additional_data").put("next_cursor", page.next(found.size()));
        return Answer.json(200, body);
    }

    /** A v1 list: null where there is nothing in it. */
    static Answer v1(Request request, List<ObjectNode> all, int largest) {
        int limit = Math.min(number(request, "limit", STANDARD), largest);
        Page page = page(all.size(), number(request, "start", 0), limit);
        ObjectNode body = Json.object().put("success", true);
        List<ObjectNode> shown = all.subList(page.from(), page.to());
        body.set("data", shown.isEmpty() ? NullNode.getInstance() : Json.array(shown));
        ObjectNode pagination = body.putObject("additional_data").putObject("pagination");
        pagination
                .put("start", page.from())
                .put("limit", limit)
                .put("more_items_in_collection", page.to() < all.size());
        if (page.to() < all.size()) {
            pagination.put("next_start", page.to());
        }
        return Answer.json(200, body);
    }

    static int number(Request request, String parameter, int otherwise) {
        String text = request.query(parameter).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw PipedriveErrors.invalid(parameter + ": must be a number");
        }
        return Integer.parseInt(text);
    }

    private static Page page(int size, int from, int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw PipedriveErrors.invalid("limit: must be from 1 to " + LARGEST);
        }
        int start = Math.min(size, from);
        return new Page(start, Math.min(size, start + limit));
    }

    private static int cursor(Request request) {
        try {
            return request.query("cursor")
                    .map(cursor -> new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8))
                    .map(Integer::parseInt)
                    .orElse(0);
        } catch (IllegalArgumentException notOurs) {
            throw PipedriveErrors.invalid("cursor: is invalid");
        }
    }

    private static Comparator<ObjectNode> order(Request request, Set<String> sortable) {
        String by = request.query("sort_by").orElse("id");
        String direction = request.query("sort_direction").orElse("asc");
        if (!sortable.contains(by) || !direction.matches("asc|desc")) {
            throw PipedriveErrors.invalid("sort_by: must be one of " + sortable);
        }
        Comparator<ObjectNode> byId =
                Comparator.comparingLong(each -> each.path("id").asLong());
        Comparator<ObjectNode> ascending = by.equals("id")
                ? byId
                : Comparator.comparing((ObjectNode each) -> each.path(by).asText())
                        .thenComparing(byId);
        return direction.equals("desc") ? ascending.reversed() : ascending;
    }

    private record Page(int from, int to) {
        /** Null on the last page. */
        @Nullable
        String next(int size) {
            return to >= size
                    ? null
                    : Base64.getEncoder().encodeToString(String.valueOf(to).getBytes(StandardCharsets.UTF_8));
        }
    }
}
