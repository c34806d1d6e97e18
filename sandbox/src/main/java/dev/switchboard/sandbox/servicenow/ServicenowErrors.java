package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** ServiceNow's error bodies: a message, a detail, and the word failure. */
final class ServicenowErrors {

    private ServicenowErrors() {}

    static Answer of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized unauthorized ->
                error(401, "User Not Authenticated", "Required to provide Auth information");
            case Refusal.Forbidden forbidden ->
                error(403, "Insufficient rights to query records", "Failed API level ACL Validation");
            case Refusal.RateLimited limited -> rateLimited(limited.retryAfter());
            case Refusal.ServerError error -> error(500, "Unknown exception", "Script error in a business rule");
            case Refusal.NotFound missing ->
                error(400, "Requested URI does not represent any resource: " + missing.path(), null);
            case Refusal.MethodNotAllowed method -> error(405, "Method not supported", null);
            case Refusal.UnsupportedMediaType type ->
                error(type.contentType().isBlank() ? 400 : 415, "Unsupported media type requested", null);
            case Refusal.InvalidJson invalid ->
                error(400, "Exception while reading request", "The payload is not valid JSON.");
        };
    }

    /** Absent, or hidden: nothing tells them apart. */
    static AnsweredException noRecord() {
        return new AnsweredException(
                error(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval"));
    }

    /** A data policy, a business rule or a unique column stopped the write. */
    static AnsweredException stopped(String detail) {
        return new AnsweredException(error(403, "Operation Failed", detail));
    }

    static Answer error(int status, String message, @Nullable String detail) {
        ObjectNode body = Json.object();
        body.putObject("error").put("message", message).put("detail", detail);
        return Answer.json(status, body.put("status", "failure"));
    }

    private static Answer rateLimited(@Nullable Duration retryAfter) {
        Answer answer = error(429, "Rate limit exceeded", "Rate limit of 100 requests per hour for Table API exceeded");
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter.toSeconds()));
    }
}
