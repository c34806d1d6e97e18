package dev.switchboard.events.monitoring;

import dev.switchboard.events.Event;

/** What the monitor reads and writes; the key is the integration (for alerts: integration and rule). */
public sealed interface MonitoringEvent extends Event permits CallLogged, PingRequested, StatusReported, AlertRaised {
    /** The card's id of the system this is about. */
    String integration();

    @Override
    default String key() {
        return integration();
    }
}
