package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.AddComment;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketingSystem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** One ticket for every conversation that needs a person: when it escalates, or when it ends without having helped. */
@ApplicationScoped
class ConversationTickets {
    private static final String NOT_CONNECTED = "not-connected";

    private final Helpdesk helpdesk;
    private final Outbox outbox;
    private final TicketCommands commands;
    private final TicketingConfig config;
    private final Clock clock;

    ConversationTickets(
            Helpdesk helpdesk, Outbox outbox, TicketCommands commands, TicketingConfig config, Clock clock) {
        this.helpdesk = helpdesk;
        this.outbox = outbox;
        this.commands = commands;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The customer waits for the number: when it cannot be told now, they hear so now, and the ticket is opened later.
     *
     * @param attempt of this event; only the first has somebody waiting
     */
    void escalated(Escalated event, int attempt) {
        Optional<TicketingSystem> system = helpdesk.system();
        if (system.isEmpty()) {
            failed(event.conversation(), Helpdesk.NONE, NOT_CONNECTED);
            return;
        }
        OpenTicket command = commands.open(event.conversation(), event.understanding(), event.customer());
        try {
            opened(event.conversation(), system.get(), system.get().openTicket(command));
        } catch (IntegrationException failure) {
            if (attempt == 1) {
                failed(
                        event.conversation(),
                        system.get().toString(),
                        failure.failure().code());
            }
            throw failure;
        }
    }

    /** The conversation's last word, whatever became of its escalation. */
    void ended(Ended event) {
        Optional<TicketingSystem> system = helpdesk.system();
        boolean needed = event.escalated() || !event.understanding().resolved();
        if (system.isEmpty() || !needed) {
            return;
        }
        OpenTicket command = commands.open(event.conversation(), event.understanding(), event.customer());
        Ticket ticket = event.escalated()
                ? completed(system.get(), command)
                : system.get().openTicket(command);
        opened(event.conversation(), system.get(), ticket);
        tell(event, ticket);
    }

    /** A ticket from the middle of the conversation gets what was said after it; one that is still missing gets everything. */
    private static Ticket completed(TicketingSystem system, OpenTicket command) {
        Optional<Ticket> earlier = system.openedTicket(command);
        if (earlier.isEmpty()) {
            return system.openTicket(command);
        }
        IdempotencyKey key =
                new IdempotencyKey(EventId.of("final-transcript", command.key().value()));
        system.addComment(new AddComment(key, earlier.get().id(), command.transcript(), false));
        return earlier.get();
    }

    private void opened(Conversation conversation, TicketingSystem system, Ticket ticket) {
        outbox.answer(new Answer.TicketOpened(
                conversation.id(), system.toString(), ticket.number(), ticket.url(), clock.instant()));
    }

    private void failed(Conversation conversation, String system, String failure) {
        outbox.answer(new Answer.Failed(conversation.id(), system, Answer.Failed.TICKET, failure, clock.instant()));
    }

    /** By text, as nobody is on the line any more. The same command however often the event comes. */
    private void tell(Ended event, Ticket ticket) {
        Conversation conversation = event.conversation();
        if (event.toldTicket() != null || conversation.customerAddress().isBlank()) {
            return;
        }
        outbox.command(new SendMessage(
                conversation.id(),
                "ticket-number",
                conversation.channel().spoken() ? Channel.SMS : conversation.channel(),
                conversation.lineAddress(),
                conversation.customerAddress(),
                config.ticketNumberText().replace("{number}", ticket.number())));
    }
}
