package dev.switchboard.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a request is refused before, or instead of, its handler. Each vendor words it in its own error body. */
public sealed interface Refusal {

    record Unauthorized() implements Refusal {}

    record Forbidden() implements Refusal {}

    /** Too many requests; without a hint when {@code retryAfter} is null. */
    record RateLimited(@Nullable Duration retryAfter) implements Refusal {}

    record ServerError() implements Refusal {}

    /** No such path, or no such record. */
    record NotFound(String path) implements Refusal {}

    record MethodNotAllowed(String method) implements Refusal {}

    /** The request's Content-Type is not the one that this path takes. */
    record UnsupportedMediaType(String contentType) implements Refusal {}

    /** The body is not JSON, or not a JSON object. */
    record InvalidJson(String problem) implements Refusal {}
}
