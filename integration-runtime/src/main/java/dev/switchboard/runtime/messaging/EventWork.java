package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;

/** What a connector does with an event. Doing it again must change nothing more. */
@FunctionalInterface
public interface EventWork {
    /**
     * Does it.
     *
     * @throws dev.switchboard.integration.IntegrationException when a system failed: the event comes again later or ends among the
     *     dead letters, by the failure
     */
    void on(Event event, Delivery delivery);
}
