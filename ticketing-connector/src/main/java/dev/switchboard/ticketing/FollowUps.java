package dev.switchboard.ticketing;

import dev.switchboard.events.Change;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.events.Promise;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.call.CallScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Customers who asked to be told when their ticket is solved are told. Once, however often the helpdesk says so. */
@ApplicationScoped
class FollowUps {
    private static final Set<String> OVER = Set.of(TicketStatus.SOLVED.word(), TicketStatus.CLOSED.word());

    private final OpenPromises promises;
    private final Outbox outbox;
    private final TicketingConfig config;
    private final Clock clock;

    FollowUps(OpenPromises promises, Outbox outbox, TicketingConfig config, Clock clock) {
        this.promises = promises;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whoever cannot be reached is promised nothing. A ticket that is solved by the time the promise stands is told of at once: what
     * the helpdesk said before that, nobody here listened for.
     */
    void promise(Conversation conversation, TicketingSystem helpdesk, Ticket ticket) {
        if (conversation.customerAddress().isBlank()) {
            return;
        }
        Promise.Made made = new Promise.Made(
                helpdesk.toString(),
                ticket.id(),
                ticket.number(),
                conversation.id(),
                conversation.channel().spoken() ? Channel.SMS : conversation.channel(),
                conversation.lineAddress(),
                conversation.customerAddress(),
                clock.instant());
        outbox.promise(made);
        boolean over = helpdesk.ticket(ticket.number())
                .map(now -> OVER.contains(now.status().word()))
                .orElse(false);
        if (over) {
            keep(made);
        }
    }

    /** A ticket changed in whatever system holds it. */
    void changed(Change.TicketChanged change) {
        if (change.status() == null || !OVER.contains(change.status())) {
            return;
        }
        String number = change.number() == null ? change.ticketId() : change.number();
        for (Promise.Made promise : promises.about(change.system(), change.ticketId(), number)) {
            keep(promise);
        }
    }

    /** Always as if it may have been kept before: two may hear at once that the ticket is solved. */
    private void keep(Promise.Made promise) {
        CallScope now = CallScope.current();
        new CallScope(now.conversationId(), now.deadline(), true).run(() -> tell(promise));
        outbox.promise(new Promise.Kept(promise.system(), promise.ticketId(), promise.conversation(), clock.instant()));
    }

    private void tell(Promise.Made promise) {
        outbox.command(new NotifyCustomer(
                promise.conversation(),
                "ticket-solved-" + promise.number(),
                promise.channel(),
                promise.from(),
                promise.to(),
                config.ticketSolvedText().replace("{number}", promise.number()),
                promise.at()));
    }
}
