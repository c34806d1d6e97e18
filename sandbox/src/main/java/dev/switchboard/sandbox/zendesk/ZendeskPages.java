package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Lists in pages: by cursor when {@code page[size]} is given, by offset otherwise. */
final class ZendeskPages {

    private static final int LARGEST_PAGE = 100;

    private ZendeskPages() {}

    static Answer answer(Request request, String name, List<ObjectNode> all) {
        return request.query("page[size]").isPresent() ? byCursor(request, name, all) : byOffset(request, name, all);
    }

    /** Search endpoints page by offset only, and stop at a ceiling. */
    static Answer byOffset(Request request, String name, List<ObjectNode> all) {
        int size = Math.clamp(number(request, "per_page", LARGEST_PAGE), 1, LARGEST_PAGE);
        int page = Math.max(1, number(request, "page", 1));
        int from = Math.min(all.size(), (page - 1) * size);
        int to = Math.min(all.size(), from + size);
        ObjectNode body = Json.object();
        body.set(name, Json.array(all.subList(from, to)));
        body.put("count", all.size());
        body.put("next_page", to < all.size() ? request.baseUrl() + request.path() + "?page=" + (page + 1) : null);
        body.put("previous_page", page > 1 ? request.baseUrl() + request.path() + "?page=" + (page - 1) : null);
        return Answer.json(200, body);
    }

    private static Answer byCursor(Request request, String name, List<ObjectNode> all) {
        int size = Math.clamp(number(request, "page[size]", LARGEST_PAGE), 1, LARGEST_PAGE);
        int from = Math.min(
                all.size(),
                request.query("page[after]").map(ZendeskPages::offset).orElse(0));
        int to = Math.min(all.size(), from + size);
        ObjectNode body = Json.object();
        body.set(name, Json.array(all.subList(from, to)));
        body.putObject("meta").put("has_more", to < all.size()).put("after_cursor", cursor(to));
        return Answer.json(200, body);
    }

    static int number(Request request, String parameter, int otherwise) {
        String text = request.query(parameter).orElse(String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new AnsweredException(ZendeskErrors.described(400, "InvalidValue", parameter + " is not a number"));
        }
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("o" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        try {
            return Integer.parseInt(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).substring(1));
        } catch (IllegalArgumentException e) {
            throw new AnsweredException(
                    ZendeskErrors.described(400, "InvalidPaginationParameter", "page[after] is no valid cursor"));
        }
    }
}
