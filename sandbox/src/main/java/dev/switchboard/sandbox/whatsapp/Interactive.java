package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Messages with buttons, a list or a link. */
final class Interactive {

    private static final Set<String> TYPES =
            Set.of("button", "list", "cta_url", "location_request_message", "flow", "product", "product_list");
    private static final int MOST_BUTTONS = 3;
    private static final int MOST_ROWS = 10;

    private Interactive() {}

    static void check(JsonNode interactive) {
        String type = interactive.path("type").asText();
        if (!TYPES.contains(type)) {
            throw GraphError.invalid("Param interactive['type'] must be one of " + TYPES + " - got \"" + type + "\".");
        }
        if (!type.equals("product")) {
            Limit.text(interactive.path("body"), "interactive['body']['text']", "text", 1_024);
        }
        Limit.optional(interactive.path("footer"), "interactive['footer']['text']", "text", 60);
        JsonNode action = interactive.path("action");
        if (!action.isObject()) {
            throw GraphError.missing("interactive['action']");
        }
        switch (type) {
            case "button" -> checkButtons(action.path("buttons"));
            case "list" -> checkList(action);
            case "cta_url" -> checkLink(action);
            default -> {}
        }
    }

    private static void checkButtons(JsonNode buttons) {
        if (buttons.isEmpty() || buttons.size() > MOST_BUTTONS) {
            throw GraphError.invalid("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }
        for (JsonNode button : buttons) {
            if (!button.path("type").asText().equals("reply")) {
                throw GraphError.invalid("Param interactive['action']['buttons']['type'] must be one of {REPLY}.");
            }
            Limit.text(button.path("reply"), "interactive['action']['buttons']['reply']['id']", "id", 256);
            Limit.text(button.path("reply"), "interactive['action']['buttons']['reply']['title']", "title", 20);
        }
        requireUnique(
                buttons.valueStream()
                        .map(button -> button.at("/reply/id").asText())
                        .toList(),
                "button ids");
    }

    private static void checkList(JsonNode action) {
        Limit.text(action, "interactive['action']['button']", "button", 20);
        JsonNode sections = action.path("sections");
        List<JsonNode> rows = sections.valueStream()
                .flatMap(section -> section.path("rows").valueStream())
                .toList();
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw GraphError.invalid("Total row count must be between 1 and 10, it is " + rows.size());
        }
        for (JsonNode section : sections) {
            if (sections.size() > 1) {
                Limit.text(section, "interactive['action']['sections']['title']", "title", 24);
            }
        }
        for (JsonNode row : rows) {
            Limit.text(row, "interactive['action']['sections']['rows']['id']", "id", 200);
            Limit.text(row, "interactive['action']['sections']['rows']['title']", "title", 24);
            Limit.optional(row, "interactive['action']['sections']['rows']['description']", "description", 72);
        }
        requireUnique(rows.stream().map(row -> row.path("id").asText()).toList(), "row ids");
    }

    private static void checkLink(JsonNode action) {
        JsonNode parameters = action.path("parameters");
        Limit.text(parameters, "interactive['action']['parameters']['display_text']", "display_text", 20);
        Limit.text(parameters, "interactive['action']['parameters']['url']", "url", 2_000);
    }

    private static void requireUnique(List<String> ids, String what) {
        if (Set.copyOf(ids).size() != ids.size()) {
            throw GraphError.invalid("Duplicate " + what + " are not allowed.");
        }
    }
}
