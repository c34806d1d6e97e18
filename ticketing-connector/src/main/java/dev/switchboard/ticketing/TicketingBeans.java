package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What the handlers work with, as the running service has it. */
@ApplicationScoped
class TicketingBeans {
    /** The first that is connected; {@code switchboard.order} says which that is. */
    @Produces
    @ApplicationScoped
    Helpdesk helpdesk(IntegratedSystems systems) {
        return () -> systems.offering(TicketingSystem.class).stream().findFirst();
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
        };
    }
}
