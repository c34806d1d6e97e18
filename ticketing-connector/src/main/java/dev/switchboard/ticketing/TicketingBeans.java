package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Promise;
import dev.switchboard.events.Topics;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.ConnectedSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;

/** What the handlers work with, as the running service has it. */
@ApplicationScoped
class TicketingBeans {
    @Produces
    @ApplicationScoped
    Helpdesks helpdesks(IntegratedSystems systems) {
        return new Helpdesks() {
            @Override
            public List<TicketingSystem> serving(Conversation conversation) {
                return systems.serving(conversation, TicketingSystem.class);
            }

            @Override
            public Optional<TicketingSystem> named(String system) {
                return systems.named(system)
                        .map(ConnectedSystem::system)
                        .filter(TicketingSystem.class::isInstance)
                        .map(TicketingSystem.class::cast);
            }
        };
    }

    @Produces
    @ApplicationScoped
    Outbox outbox(EventPublisher publisher) {
        return new Outbox() {
            @Override
            public void answer(Answer answer) {
                publisher.answer(answer);
            }

            @Override
            public void command(OutboundCommand command) {
                publisher.command(command);
            }

            @Override
            public void promise(Promise promise) {
                publisher.publish(Topics.PROMISES, promise);
            }
        };
    }
}
