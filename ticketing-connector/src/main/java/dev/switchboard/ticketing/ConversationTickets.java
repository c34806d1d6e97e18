package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.TicketReference;
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

    private final Helpdesks helpdesks;
    private final Outbox outbox;
    private final TicketCommands commands;
    private final FollowUps followUps;
    private final TicketingConfig config;
    private final Clock clock;

    ConversationTickets(
            Helpdesks helpdesks,
            Outbox outbox,
            TicketCommands commands,
            FollowUps followUps,
            TicketingConfig config,
            Clock clock) {
        this.helpdesks = helpdesks;
        this.followUps = followUps;
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
        Optional<TicketingSystem> system = first(event.conversation());
        if (system.isEmpty()) {
            failed(event.conversation(), Helpdesks.NONE, NOT_CONNECTED);
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
        boolean needed = event.escalated() || !event.understanding().resolved();
        if (!needed) {
            promiseWhatWasAskedAbout(event);
            return;
        }
        Optional<TicketingSystem> system = holder(event);
        if (system.isEmpty()) {
            return;
        }
        OpenTicket command = commands.open(event.conversation(), event.understanding(), event.customer());
        Ticket ticket = event.escalated()
                ? completed(system.get(), command)
                : system.get().openTicket(command);
        opened(event.conversation(), system.get(), ticket);
        tell(event, ticket);
        if (event.tellWhenSolved()) {
            followUps.promise(event.conversation(), system.get(), ticket);
        }
    }

    private void promiseWhatWasAskedAbout(Ended event) {
        TicketReference asked = event.askedTicket();
        if (!event.tellWhenSolved() || asked == null) {
            return;
        }
        helpdesks
                .named(asked.system())
                .ifPresent(system -> system.ticket(asked.number())
                        .ifPresent(ticket -> followUps.promise(event.conversation(), system, ticket)));
    }

    private Optional<TicketingSystem> first(Conversation conversation) {
        return helpdesks.serving(conversation).stream().findFirst();
    }

    /** Where the conversation's ticket stands already, also when the routes have changed since; else where it belongs. */
    private Optional<TicketingSystem> holder(Ended event) {
        return Optional.ofNullable(event.toldTicket())
                .flatMap(told -> helpdesks.named(told.system()))
                .or(() -> first(event.conversation()));
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
