package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Instant;

/** Zoho's one error shape, which stands alone or in place of a record. */
final class ZohoErrors {

    private ZohoErrors() {}

    static Answer of(Refusal refusal, Instant now) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized -> answer(401, "INVALID_TOKEN", "invalid oauth token");
            case Refusal.Forbidden forbidden ->
                answer(403, "NO_PERMISSION", "permission denied to perform the operation");
            case Refusal.RateLimited limited -> limited(limited, now);
            case Refusal.ServerError error -> answer(500, "INTERNAL_ERROR", "Internal Server Error");
            case Refusal.NotFound missing ->
                answer(404, "INVALID_URL_PATTERN", "Please check if the URL trying to access is a correct one");
            case Refusal.MethodNotAllowed method ->
                answer(400, "INVALID_REQUEST_METHOD", "The http request method type is not a valid one");
            case Refusal.UnsupportedMediaType type -> answer(415, "INVALID_DATA", "unsupported media type");
            case Refusal.InvalidJson invalid -> answer(400, "INVALID_DATA", "body");
        };
    }

    static Answer answer(int status, String code, String message) {
        return Answer.json(status, error(code, message, Json.object()));
    }

    static ObjectNode error(String code, String message, ObjectNode details) {
        return Json.object()
                .put("code", code)
                .<ObjectNode>set("details", details)
                .put("message", message)
                .put("status", "error");
    }

    static AnsweredException invalid(String code, String message, ObjectNode details) {
        return new AnsweredException(Answer.json(400, error(code, message, details)));
    }

    static AnsweredException missing(String parameter) {
        return invalid(
                "REQUIRED_PARAM_MISSING",
                "One of the expected parameter is missing",
                Json.object().put("param", parameter));
    }

    static AnsweredException syntax(String near) {
        return invalid(
                "SYNTAX_ERROR",
                "error occured while parsing the query",
                Json.object().put("near", near));
    }

    /** A query about a field that there is not. */
    static AnsweredException column(String name) {
        return invalid(
                "INVALID_QUERY",
                "column given seems to be invalid",
                Json.object().put("column_name", name));
    }

    /** Zoho gives the window's end in milliseconds; without a hint it gives nothing. */
    private static Answer limited(Refusal.RateLimited limited, Instant now) {
        Answer answer =
                answer(429, "TOO_MANY_REQUESTS", "Too many requests fired in concurrent than the allowed limit");
        var hint = limited.retryAfter();
        return hint == null
                ? answer
                : answer.withHeader("X-RATELIMIT-REMAINING", "0")
                        .withHeader(
                                "X-RATELIMIT-RESET",
                                String.valueOf(now.plus(hint).toEpochMilli()));
    }
}
