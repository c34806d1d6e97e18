package dev.switchboard.events.monitoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.switchboard.events.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule began to fire or was resolved, on {@code integration.alerts}.
 *
 * @param rule e.g. {@code error-rate}
 * @param since when it began to fire; the same in the firing and the resolving record
 * @param resolvedAt null while firing
 * @param what one sentence with the measured figure
 * @param check one sentence: what to look at first
 */
@EventType("integration.alert.v1")
public record AlertRaised(
        String integration,
        String rule,
        State state,
        Severity severity,
        Instant since,
        @Nullable Instant resolvedAt,
        String what,
        String check)
        implements MonitoringEvent {
    /** Whether it begins or ends. */
    public enum State {
        @JsonProperty("firing")
        FIRING,
        @JsonProperty("resolved")
        RESOLVED
    }

    /** How loud. */
    public enum Severity {
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("alert")
        ALERT,
        @JsonProperty("immediate")
        IMMEDIATE
    }

    @Override
    public String key() {
        return integration + "/" + rule;
    }

    @Override
    public String distinction() {
        return since + "/" + state;
    }
}
