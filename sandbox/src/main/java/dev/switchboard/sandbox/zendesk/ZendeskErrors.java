package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Zendesk's error bodies, which come in several shapes that have nothing in common. */
final class ZendeskErrors {

    private ZendeskErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized -> invalidToken();
            case Refusal.Forbidden forbidden ->
                titled(
                        403,
                        "Forbidden",
                        "You do not have access to this page. Please contact the account owner of this help desk.");
            case Refusal.RateLimited limited -> rateLimited(limited.retryAfter());
            case Refusal.ServerError error ->
                Answer.text(
                        500,
                        "text/html; charset=utf-8",
                        "<html><body><h1>We're sorry, something went wrong</h1></body></html>");
            case Refusal.NotFound missing -> described(404, "InvalidEndpoint", "Not found");
            case Refusal.MethodNotAllowed method -> described(404, "InvalidEndpoint", "Not found");
            case Refusal.UnsupportedMediaType type ->
                described(415, "UnsupportedMediaType", "The request must have the Content-Type application/json");
            case Refusal.InvalidJson invalid -> titled(400, "Unable to parse JSON", invalid.problem());
        };
    }

    static Answer recordNotFound() {
        return described(404, "RecordNotFound", "Not found");
    }

    static Answer couldNotAuthenticate() {
        return Answer.json(401, Json.object().put("error", "Couldn't authenticate you"));
    }

    static Answer described(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("description", description));
    }

    /** The validation error of one field, thrown because it is found deep inside. */
    static AnsweredException invalid(String field, String error, String description) {
        ObjectNode body = Json.object().put("error", "RecordInvalid").put("description", "Record validation errors");
        body.putObject("details")
                .putArray(field)
                .addObject()
                .put("description", description)
                .put("error", error);
        return new AnsweredException(Answer.json(422, body));
    }

    static AnsweredException missingParameter(String name) {
        return new AnsweredException(titled(400, "Parameter Missing", "Parameter " + name + " is required"));
    }

    private static Answer invalidToken() {
        return Answer.json(
                        401,
                        Json.object()
                                .put("error", "invalid_token")
                                .put(
                                        "error_description",
                                        "The access token provided is expired, revoked, malformed or invalid for other"
                                                + " reasons."))
                .withHeader("WWW-Authenticate", "Bearer realm=\"Web Password\", error=\"invalid_token\"");
    }

    private static Answer rateLimited(@Nullable Duration retryAfter) {
        Answer answer = described(429, "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded");
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }

    private static Answer titled(int status, String title, String message) {
        ObjectNode body = Json.object();
        body.putObject("error").put("title", title).put("message", message);
        return Answer.json(status, body);
    }
}
