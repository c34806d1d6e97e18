package dev.switchboard.sandbox.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.util.Locale;
import java.util.UUID;

/** HubSpot's one error shape, most of whose fields come and go. */
final class HubspotErrors {

    private HubspotErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized ->
                answer(
                        401,
                        "EXPIRED_AUTHENTICATION",
                        "The OAuth token used to make this call expired 7 second(s) ago.");
            case Refusal.Forbidden forbidden -> missingScopes();
            case Refusal.RateLimited limited -> limited(limited, "TEN_SECONDLY_ROLLING");
            case Refusal.ServerError error -> answer(500, "INTERNAL_ERROR", "internal error");
            case Refusal.NotFound missing -> answer(404, "OBJECT_NOT_FOUND", "resource not found");
            case Refusal.MethodNotAllowed method -> answer(405, "METHOD_NOT_ALLOWED", "HTTP 405 Method Not Allowed");
            case Refusal.UnsupportedMediaType type ->
                answer(415, "VALIDATION_ERROR", "HTTP 415 Unsupported Media Type");
            case Refusal.InvalidJson invalid ->
                answer(400, "VALIDATION_ERROR", "Invalid input JSON: " + invalid.problem());
        };
    }

    static Answer answer(int status, String category, String message) {
        return Answer.json(status, error(category, message));
    }

    static ObjectNode error(String category, String message) {
        return Json.object()
                .put("status", "error")
                .put("message", message)
                .put("correlationId", UUID.randomUUID().toString())
                .put("category", category);
    }

    static AnsweredException invalid(String message) {
        return new AnsweredException(answer(400, "VALIDATION_ERROR", message));
    }

    /** A property that cannot be written as asked. */
    static AnsweredException invalidProperty(String code, String property, String message) {
        ObjectNode body = error("VALIDATION_ERROR", "Property values were not valid: " + message);
        ObjectNode detail =
                body.putArray("errors").addObject().put("message", message).put("code", code);
        detail.putObject("context").putArray("propertyName").add(property);
        return new AnsweredException(Answer.json(400, body));
    }

    static AnsweredException notFound() {
        return new AnsweredException(answer(404, "OBJECT_NOT_FOUND", "resource not found"));
    }

    /** The policy tells how long to wait; HubSpot itself sends no hint, a fault may. */
    static Answer limited(Refusal.RateLimited limited, String policy) {
        ObjectNode body = error("RATE_LIMITS", "You have reached your " + policy.toLowerCase(Locale.ROOT) + " limit.");
        Answer answer = Answer.json(429, body.put("errorType", "RATE_LIMIT").put("policyName", policy));
        var hint = limited.retryAfter();
        return hint == null ? answer : answer.withHeader("Retry-After", String.valueOf(hint.toSeconds()));
    }

    private static Answer missingScopes() {
        ObjectNode body =
                error("MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call.");
        body.putObject("context").putArray("requiredScopes").add("crm.objects.contacts.read");
        return Answer.json(403, body);
    }
}
