package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Intercom's one error body: a list of codes and texts, with the request's id. */
final class IntercomErrors {

    private IntercomErrors() {}

    static Answer of(Refusal refusal, Instant now) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized -> error(401, "unauthorized", "Access Token Invalid", null);
            case Refusal.Forbidden forbidden ->
                error(403, "forbidden", "The token is not authorized to access this resource", null);
            case Refusal.RateLimited limited -> rateLimited(limited.retryAfter(), now);
            case Refusal.ServerError error -> error(500, "server_error", "Internal server error", null);
            case Refusal.NotFound missing -> error(404, "not_found", "The requested resource was not found", null);
            case Refusal.MethodNotAllowed method -> error(405, "client_error", "Method not allowed", null);
            case Refusal.UnsupportedMediaType type ->
                error(415, "media_type_not_acceptable", "The Content-Type must be application/json", null);
            case Refusal.InvalidJson invalid -> error(400, "bad_request", "bad request: " + invalid.problem(), null);
        };
    }

    static Answer error(int status, String code, String message, @Nullable String field) {
        ObjectNode body = Json.object()
                .put("type", "error.list")
                .put("request_id", UUID.randomUUID().toString());
        ObjectNode error = body.putArray("errors").addObject().put("code", code).put("message", message);
        if (field != null) {
            error.put("field", field);
        }
        return Answer.json(status, body);
    }

    static AnsweredException refused(int status, String code, String message) {
        return new AnsweredException(error(status, code, message, null));
    }

    static AnsweredException invalid(String field, String message) {
        return new AnsweredException(error(400, "parameter_invalid", message, field));
    }

    static AnsweredException missing(String field) {
        return new AnsweredException(error(400, "parameter_not_found", field + " is required", field));
    }

    /** Without Retry-After: the header with the window's end has to do, when there is one. */
    private static Answer rateLimited(@Nullable Duration retryAfter, Instant now) {
        Answer answer = error(429, "rate_limit_exceeded", "Exceeded rate limit of 1666 in 10_seconds", null);
        return retryAfter == null
                ? answer
                : answer.withHeader("X-RateLimit-Reset", String.valueOf(endOf(now.plus(retryAfter))));
    }

    /** Epoch seconds, rounded up. */
    static long endOf(Instant instant) {
        return instant.plusNanos(999_999_999).getEpochSecond();
    }
}
