package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts that have to be there and may only be so long. */
final class Limit {

    private Limit() {}

    static void text(JsonNode parent, String parameter, String field, int longest) {
        JsonNode text = parent.path(field);
        if (!text.isTextual() || text.asText().isEmpty()) {
            throw GraphError.missing(parameter);
        }
        optional(parent, parameter, field, longest);
    }

    static void optional(JsonNode parent, String parameter, String field, int longest) {
        String text = parent.path(field).asText();
        if (text.codePointCount(0, text.length()) > longest) {
            throw GraphError.invalid("Param " + parameter + " must be at most " + longest + " characters long.");
        }
    }
}
