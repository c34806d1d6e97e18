package dev.switchboard.crm;

import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this service together. */
class CrmConnector {
    @Produces
    @Singleton
    Customers customers(IntegratedSystems systems) {
        return new Customers(() -> systems.all().stream()
                .filter(connected -> connected.system() instanceof CrmSystem)
                .map(connected -> new Crm(connected.id(), (CrmSystem) connected.system()))
                .toList());
    }

    @Produces
    @Singleton
    CallerIdentification identification(
            Customers customers, EventPublisher publisher, CrmSettings settings, Clock clock) {
        return new CallerIdentification(customers, publisher::answer, settings, clock);
    }

    @Produces
    @Singleton
    ActivityLogging logging(Customers customers, EventPublisher publisher, CrmSettings settings, Clock clock) {
        return new ActivityLogging(customers, publisher::answer, settings, clock);
    }
}
