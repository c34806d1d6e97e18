package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import java.util.UUID;

/** The Graph API's error body. */
final class GraphError {

    private GraphError() {}

    static Answer answer(int status, int code, String message) {
        return Answer.json(status, body(code, message));
    }

    /** With the subcode that tells apart what shares a code. */
    static Answer answer(int status, int code, int subcode, String message) {
        ObjectNode body = body(code, message);
        body.withObjectProperty("error").put("error_subcode", subcode);
        return Answer.json(status, body);
    }

    /** The vendor's title of the code, and in {@code error_data} what exactly is wrong. */
    static AnsweredException detailed(int status, int code, String title, String details) {
        ObjectNode body = body(code, "(#" + code + ") " + title);
        body.withObjectProperty("error")
                .putObject("error_data")
                .put("messaging_product", "whatsapp")
                .put("details", details);
        return new AnsweredException(Answer.json(status, body));
    }

    /** A parameter of the wrong kind. */
    static AnsweredException invalid(String message) {
        return new AnsweredException(answer(400, 100, "(#100) " + message));
    }

    static AnsweredException missing(String parameter) {
        return detailed(400, 131_008, "Required parameter is missing", "The parameter " + parameter + " is required.");
    }

    /** An object that does not exist looks the same as one that the token may not see. */
    static AnsweredException unknownObject(String method, String id) {
        return new AnsweredException(answer(
                400,
                100,
                33,
                "Unsupported " + method + " request. Object with ID '" + id
                        + "' does not exist, cannot be loaded due to missing permissions, or does not support this"
                        + " operation"));
    }

    private static ObjectNode body(int code, String message) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", message)
                .put("type", code == 100 ? "GraphMethodException" : "OAuthException")
                .put("code", code)
                .put(
                        "fbtrace_id",
                        "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
        return body;
    }
}
