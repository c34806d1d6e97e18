package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;

/** Salesforce's errors: an array with one object, except at the token endpoint. */
final class SalesforceErrors {

    private SalesforceErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized ->
                array(401, "INVALID_SESSION_ID", "Session expired or invalid").withHeader("WWW-Authenticate", "Token");
            case Refusal.Forbidden forbidden ->
                array(403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");
            case Refusal.RateLimited limited -> limited(limited);
            case Refusal.ServerError error ->
                array(
                        500,
                        "UNKNOWN_EXCEPTION",
                        "An unexpected error occurred. Please include this ErrorId: 1842-7 (-1)");
            case Refusal.NotFound missing -> array(404, "NOT_FOUND", "The requested resource does not exist");
            case Refusal.MethodNotAllowed method ->
                array(405, "METHOD_NOT_ALLOWED", "HTTP Method '" + method.method() + "' not allowed");
            case Refusal.UnsupportedMediaType type ->
                array(
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Content-Type header specified is not supported: " + type.contentType());
            case Refusal.InvalidJson invalid -> array(400, "JSON_PARSER_ERROR", invalid.problem());
        };
    }

    static Answer array(int status, String code, String message, String... fields) {
        ArrayNode errors = Json.array();
        ObjectNode error = errors.addObject().put("message", message).put("errorCode", code);
        if (fields.length > 0) {
            ArrayNode names = error.putArray("fields");
            for (String field : fields) {
                names.add(field);
            }
        }
        return Answer.json(status, errors);
    }

    /** A 400 that is found deep inside. */
    static AnsweredException invalid(String code, String message, String... fields) {
        return new AnsweredException(array(400, code, message, fields));
    }

    static AnsweredException notFound() {
        return new AnsweredException(array(404, "NOT_FOUND", "The requested resource does not exist"));
    }

    /** The day's requests are used up. */
    static AnsweredException dayUsedUp() {
        return new AnsweredException(array(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
    }

    /** Salesforce says 403, not 429, and gives no hint unless the fault asks for one. */
    private static Answer limited(Refusal.RateLimited limited) {
        Answer answer = array(
                403,
                "REQUEST_LIMIT_EXCEEDED",
                "ConcurrentPerOrgLongTxn Limit exceeded. Too many requests run longer than 20 seconds.");
        var hint = limited.retryAfter();
        return hint == null ? answer : answer.withHeader("Retry-After", String.valueOf(hint.toSeconds()));
    }
}
