package dev.switchboard.events.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.switchboard.events.EventType;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call to a system, on {@code integration.logs}: no payload, no personal data.
 *
 * @param timestamp when the call began
 * @param endpoint what was asked of the system in our words, e.g. {@code /contacts/lookup}
 * @param durationMs how long it took, milliseconds
 * @param requestId unique for each call
 * @param httpStatus the vendor's HTTP status when it is worth telling; null on success or without an answer
 * @param failure the failure's name, e.g. {@code rate-limited}; null on success
 * @param attempt 1 for the first try of an operation; {@link #HELD_BACK} when we did not make it, to save the vendor's quota; null
 *     where tries are not counted
 * @param conversationId the conversation it was for; null for pings and webhooks
 * @param traceparent W3C trace context; null when not traced
 * @param quotaLeft how much of the account's quota of an hour or a day is left, by the vendor's own word, percent rounded down; null
 *     when the vendor does not tell
 */
@EventType("integration.call-logged.v1")
@JsonPropertyOrder({
    "timestamp",
    "integration",
    "endpoint",
    "duration_ms",
    "status",
    "request_id",
    "http_status",
    "failure",
    "attempt",
    "conversation_id",
    "traceparent",
    "quota_left"
})
public record CallLogged(
        Instant timestamp,
        String integration,
        String endpoint,
        long durationMs,
        Status status,
        String requestId,
        @Nullable Integer httpStatus,
        @Nullable String failure,
        @Nullable Integer attempt,
        @Nullable String conversationId,
        @Nullable String traceparent,
        @Nullable Integer quotaLeft)
        implements MonitoringEvent {
    public CallLogged {
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(integration, "integration");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(requestId, "request_id");
    }

    /** The endpoint under which pings are logged. */
    public static final String PING = "/ping";

    /** The attempt of a call that was not made. */
    public static final int HELD_BACK = 0;

    /** Whether we did not make the call, to save the vendor's quota for what matters more. */
    public boolean heldBack() {
        return attempt != null && attempt == HELD_BACK;
    }

    /** How the call ended. "Not found" is a success: the system answered. */
    public enum Status {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("error")
        ERROR
    }

    @Override
    public String distinction() {
        return requestId;
    }
}
