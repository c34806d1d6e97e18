package dev.switchboard.crm;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.Topics;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts this service together. */
class CrmConnector {
    @Produces
    @Singleton
    Crms crms(IntegratedSystems systems) {
        return new Crms() {
            @Override
            public List<Crm> all() {
                return connected(systems.offering(CrmSystem.class));
            }

            @Override
            public List<Crm> serving(Conversation conversation) {
                return connected(systems.serving(conversation, CrmSystem.class));
            }

            @Override
            public Optional<Crm> named(String id) {
                return all().stream().filter(crm -> crm.id().equals(id)).findFirst();
            }

            private static List<Crm> connected(List<CrmSystem> found) {
                return found.stream()
                        .map(system -> new Crm(system.toString(), system))
                        .toList();
            }
        };
    }

    @Produces
    @Singleton
    CallerIdentification identification(
            Crms crms, RememberedCustomers remembered, EventPublisher publisher, CrmSettings settings, Clock clock) {
        return new CallerIdentification(crms, remembered, publisher::answer, settings, clock);
    }

    @Produces
    @Singleton
    ActivityLogging logging(Crms crms, EventPublisher publisher, CrmSettings settings, Clock clock) {
        return new ActivityLogging(
                crms, publisher::answer, promise -> publisher.publish(Topics.PROMISES, promise), settings, clock);
    }
}
