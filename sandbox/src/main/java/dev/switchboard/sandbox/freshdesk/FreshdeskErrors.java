package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freshdesk's error bodies: a list of fields for what was sent, a code for everything else, nothing for what is missing. */
final class FreshdeskErrors {

    private FreshdeskErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized ->
                coded(401, "invalid_credentials", "You have to be logged in to perform this action.");
            case Refusal.Forbidden forbidden ->
                coded(403, "access_denied", "You are not authorized to perform this action.");
            case Refusal.RateLimited limited -> rateLimited(limited.retryAfter());
            case Refusal.ServerError error -> coded(500, "internal_error", "We're sorry, but something went wrong.");
            case Refusal.NotFound missing -> Answer.empty(404);
            case Refusal.MethodNotAllowed method ->
                coded(405, "method_not_allowed", method.method() + " method is not allowed.");
            case Refusal.UnsupportedMediaType type ->
                coded(415, "invalid_content_type", "Content-Type should have the value application/json");
            case Refusal.InvalidJson invalid -> coded(400, "invalid_json", "Request body has invalid json format");
        };
    }

    static Answer coded(int status, String code, String message) {
        return Answer.json(status, Json.object().put("code", code).put("message", message));
    }

    static AnsweredException notFound() {
        return new AnsweredException(Answer.empty(404));
    }

    static ObjectNode violation(String field, String code, String message) {
        return Json.object().put("field", field).put("message", message).put("code", code);
    }

    static AnsweredException invalid(String field, String code, String message) {
        return validation(400, List.of(violation(field, code, message)));
    }

    /** Freshdesk names everything that is wrong at once. */
    static void refuse(List<ObjectNode> violations) {
        if (!violations.isEmpty()) {
            throw validation(400, violations);
        }
    }

    /** The holder's id stands beside the field. */
    static AnsweredException duplicate(String field, long userId) {
        ObjectNode violation = violation(field, "duplicate_value", "It should be a unique value");
        violation.putObject("additional_info").put("user_id", userId);
        return validation(409, List.of(violation));
    }

    private static AnsweredException validation(int status, List<ObjectNode> violations) {
        ObjectNode body = Json.object().put("description", "Validation failed");
        body.set("errors", Json.array(violations));
        return new AnsweredException(Answer.json(status, body));
    }

    private static Answer rateLimited(@Nullable Duration retryAfter) {
        Answer answer =
                Answer.json(429, Json.object().put("message", "You have exceeded the limit of requests per minute"));
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }
}
