package dev.switchboard.commerce;

import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** What the handler works with, as the running service has it. */
@ApplicationScoped
class CommerceBeans {
    /** The first that is connected; {@code switchboard.order} says which that is. */
    @Produces
    @ApplicationScoped
    Shop shop(IntegratedSystems systems) {
        return () -> systems.offering(CommerceSystem.class).stream().findFirst();
    }

    @Produces
    @ApplicationScoped
    Answers answers(EventPublisher publisher) {
        return publisher::answer;
    }
}
