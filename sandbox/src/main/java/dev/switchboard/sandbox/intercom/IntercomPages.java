package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Search results in pages: a cursor leads to the next one, and is absent on the last. */
final class IntercomPages {

    private static final int LARGEST = 150;

    private IntercomPages() {}

    static Answer answer(JsonNode body, String type, String listName, int standard, List<ObjectNode> all) {
        JsonNode pagination = body.path("pagination");
        int size = pagination.path("per_page").asInt(standard);
        if (size < 1 || size > LARGEST) {
            throw IntercomErrors.invalid("per_page", "Per Page is too big");
        }
        int from = Math.min(all.size(), offset(pagination.path("starting_after").asText("")));
        int to = Math.min(all.size(), from + size);
        ObjectNode answer = Json.object().put("type", type).put("total_count", all.size());
        answer.set(listName, Json.array(all.subList(from, to)));
        ObjectNode pages = answer.putObject("pages")
                .put("type", "pages")
                .put("page", from / size + 1)
                .put("per_page", size)
                .put("total_pages", (all.size() + size - 1) / size);
        if (to < all.size()) {
            pages.putObject("next").put("per_page", size).put("starting_after", cursor(to));
        }
        return Answer.json(200, answer);
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder().encodeToString(("from:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(decoded.replaceFirst("^from:", ""));
        } catch (IllegalArgumentException forged) {
            throw IntercomErrors.invalid("starting_after", "The cursor is invalid");
        }
    }
}
