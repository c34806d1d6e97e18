package dev.switchboard.events.monitoring;

import dev.switchboard.events.EventType;
import java.time.Instant;

/** The monitor asks whichever connector serves the system to make its cheapest authenticated call now. */
@EventType("integration.ping-requested.v1")
public record PingRequested(String integration, Instant at) implements MonitoringEvent {
    @Override
    public String distinction() {
        return at.toString();
    }
}
