package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import java.util.List;
import java.util.Set;

/** Lists: bare arrays in pages of 30 unless asked otherwise, with a link to the next one. */
final class FreshdeskPages {

    private static final int STANDARD_PAGE = 30;
    private static final int LARGEST_PAGE = 100;

    private FreshdeskPages() {}

    static Answer answer(Request request, List<ObjectNode> all) {
        int size = number(request, "per_page", STANDARD_PAGE, LARGEST_PAGE);
        int page = number(request, "page", 1, Integer.MAX_VALUE);
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        int to = Math.min(all.size(), from + size);
        Answer answer = Answer.json(200, Json.array(all.subList(from, to)));
        if (to == all.size()) {
            return answer;
        }
        String next = request.baseUrl() + request.path() + "?page=" + (page + 1) + "&per_page=" + size;
        return answer.withHeader("Link", "<" + next + ">; rel=\"next\"");
    }

    static int number(Request request, String name, int otherwise, int most) {
        String text = request.query(name).orElse(String.valueOf(otherwise));
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw FreshdeskErrors.invalid(
                name, "invalid_value", "It should be a Positive Integer less than or equal to " + most);
    }

    /** A parameter that the endpoint does not know is refused, as a key of a body is. */
    static void allowOnly(Request request, Set<String> names) {
        FreshdeskErrors.refuse(request.query().keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> FreshdeskErrors.violation(name, "invalid_field", "Unexpected/invalid field in request"))
                .toList());
    }
}
