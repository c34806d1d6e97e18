package dev.switchboard.events.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.events.EventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an integration does, on the compacted {@code integration.status}.
 *
 * @param calls calls in the window
 * @param errors failed calls in the window
 * @param p95Ms 95th percentile of the window's latencies, milliseconds; null without calls
 * @param rateLimitHits in the last hour
 * @param failedPings in a row
 * @param lastCall when the system was last called; null when never
 * @param alerts names of the rules that are firing
 */
@EventType("integration.status-reported.v1")
public record StatusReported(
        String integration,
        State state,
        Instant at,
        long calls,
        long errors,
        @Nullable Long p95Ms,
        long rateLimitHits,
        int failedPings,
        @Nullable Instant lastCall,
        List<String> alerts)
        implements MonitoringEvent {
    public StatusReported {
        alerts = List.copyOf(alerts);
    }

    /** What an operator sees at a glance. */
    public enum State {
        /** Called lately, no rule fires. */
        @JsonProperty("up")
        UP,
        /** A warning fires: slow, or near its limits. */
        @JsonProperty("degraded")
        DEGRADED,
        /** Errors, refused credentials, or pings that fail. */
        @JsonProperty("down")
        DOWN,
        /** Not heard of: neither a call nor a ping. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    @Override
    public String distinction() {
        return at.toString();
    }
}
