package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import dev.switchboard.events.monitoring.PingRequested;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.ConnectedSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Pings this service's systems when the monitor asks, and once at the start. One replica answers: they share a group. */
@ApplicationScoped
class Pings {
    private static final Logger LOG = Logger.getLogger(Pings.class);

    private final IntegratedSystems systems;

    Pings(IntegratedSystems systems) {
        this.systems = systems;
    }

    @Incoming("pings")
    @RunOnVirtualThread
    void on(Event event) {
        if (event instanceof PingRequested ping) {
            systems.named(ping.integration()).ifPresent(Pings::ping);
        }
    }

    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        systems.all()
                .forEach(
                        system -> Thread.ofVirtual().name("ping-" + system.id()).start(() -> ping(system)));
    }

    private static void ping(ConnectedSystem system) {
        try {
            system.system().ping();
        } catch (IntegrationException e) {
            LOG.warnf(
                    "Ping failed integration=%s failure=%s",
                    system.id(), e.failure().code());
        }
    }
}
