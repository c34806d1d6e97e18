package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulated vendor answers: a status, headers and a UTF-8 body (empty for none). */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("no final HTTP status: " + status);
        }
        headers = Map.copyOf(headers);
    }

    /** The node is written at once, so later changes to it do not reach this answer. */
    public static Answer json(int status, JsonNode body) {
        return text(status, "application/json; charset=utf-8", body.toString());
    }

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), "");
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
