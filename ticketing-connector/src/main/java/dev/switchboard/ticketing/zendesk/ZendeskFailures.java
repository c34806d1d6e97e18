package dev.switchboard.ticketing.zendesk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk's errors, which come in four shapes. Only names that look like codes and fields are taken: the texts beside them repeat
 * what was sent.
 */
final class ZendeskFailures implements FailureReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "[A-Za-z][A-Za-z0-9_.]{0,63}";

    @Override
    public Failure read(VendorAnswer answer, Instant now) {
        Failure byStatus = BY_STATUS.read(answer, now);
        JsonNode body = json(answer.body());
        String code = code(body);
        int status = answer.status();
        return switch (status) {
            case 400 ->
                "invalid_scope".equals(code)
                        ? new Failure.Forbidden(status, code)
                        : new Failure.Invalid(status, field(body), code);
            case 403 -> new Failure.Forbidden(status, code);
            // The plan has no such endpoint: something for an administrator, not a record that is missing.
            case 404 -> "InvalidEndpoint".equals(code) ? new Failure.Forbidden(status, code) : byStatus;
            // Somebody else changes the ticket at this moment, or the same command is still at work.
            case 409 -> new Failure.Unavailable(status, true, null);
            case 413, 422 -> new Failure.Invalid(status, field(body), code);
            case 429 -> new Failure.RateLimited(status, wait(answer, byStatus));
            default -> byStatus;
        };
    }

    /** {@code Retry-After}; without it, the bucket that is empty says when it is full again. */
    private static @Nullable Duration wait(VendorAnswer answer, Failure byStatus) {
        if (byStatus instanceof Failure.RateLimited limited && limited.retryAfter() != null) {
            return limited.retryAfter();
        }
        return ZendeskBuckets.of(answer)
                .filter(bucket -> bucket.left() == 0)
                .map(ZendeskBuckets.Bucket::resets)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable String code(JsonNode body) {
        return firstDetail(body)
                .map(detail -> detail.getValue().path(0).path("error"))
                .flatMap(ZendeskFailures::name)
                .or(() -> name(body.path("errors").path(0).path("code")))
                .or(() -> name(body.path("error")))
                .or(() -> name(body.path("error").path("title")))
                .orElse(null);
    }

    private static @Nullable String field(JsonNode body) {
        return firstDetail(body)
                .map(Map.Entry::getKey)
                .filter(name -> name.matches(NAME))
                .orElse(null);
    }

    private static Optional<Map.Entry<String, JsonNode>> firstDetail(JsonNode body) {
        return body.path("details").properties().stream().findFirst();
    }

    private static Optional<String> name(JsonNode node) {
        return Optional.of(node.asText()).filter(text -> text.matches(NAME));
    }

    /** Behind the edge of Zendesk's network errors are HTML. */
    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.missingNode() : read;
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
