package dev.switchboard.sandbox.pipedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Pipedrive's error bodies; who ignores its limits is banned by Cloudflare, in HTML. */
final class PipedriveErrors {

    private static final String SCHEMA = "ERR_SCHEMA_VALIDATION_FAILED";
    private static final String BANNED =
            "<!DOCTYPE html><html><head><title>Access denied | Cloudflare</title></head><body>Error 1015</body></html>";

    private PipedriveErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized ->
                Answer.json(
                        401,
                        Json.object()
                                .put("success", false)
                                .put("message", "Invalid token: access token is invalid")
                                .put("error", "unauthorized access"));
            case Refusal.Forbidden forbidden -> answer(403, "Scope and URL mismatch");
            case Refusal.RateLimited limited -> overLimit(limited.retryAfter());
            case Refusal.ServerError error -> answer(500, "Internal server error");
            case Refusal.NotFound missing -> answer(404, "Not found");
            case Refusal.MethodNotAllowed method -> answer(405, "Method not allowed");
            case Refusal.UnsupportedMediaType type -> answer(415, "Unsupported media type");
            case Refusal.InvalidJson invalid -> answer(400, "Bad request: the body is not JSON");
        };
    }

    static Answer answer(int status, String error) {
        return Answer.json(status, body(error));
    }

    static AnsweredException unauthorized() {
        return new AnsweredException(
                Answer.json(401, body("unauthorized access").put("errorCode", 401)));
    }

    static AnsweredException notFound(String what) {
        return new AnsweredException(answer(404, what + " not found"));
    }

    static AnsweredException invalid(String problem) {
        return new AnsweredException(
                Answer.json(400, body("Validation failed: " + problem).put("code", SCHEMA)));
    }

    static AnsweredException banned() {
        return new AnsweredException(Answer.text(403, "text/html; charset=UTF-8", BANNED));
    }

    static Answer overLimit(@Nullable Duration retryAfter) {
        Answer answer = Answer.json(429, body("request over limit").put("errorCode", 429));
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }

    private static ObjectNode body(String error) {
        return Json.object()
                .put("success", false)
                .put("error", error)
                .put("error_info", "Please check developers.pipedrive.com for more information about Pipedrive API.")
                .putNull("data")
                .putNull("additional_data");
    }
}
