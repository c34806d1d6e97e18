package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.TicketReference;
import org.jspecify.annotations.Nullable;

/**
 * The tickets a conversation is about.
 *
 * @param opened what stands in the helpdesk for it; null when there is none yet
 * @param told the one of them whose number the customer was told; null when none was
 * @param asked the one the customer asked about; null when they asked about none
 * @param escalated whether a person has been called in
 * @param tellWhenSolved whether the customer wants to hear when their ticket is solved
 */
public record KnownTickets(
        @Nullable TicketReference opened,
        @Nullable TicketReference told,
        @Nullable TicketReference asked,
        boolean escalated,
        boolean tellWhenSolved) {
    static final KnownTickets NONE = new KnownTickets(null, null, null, false, false);

    KnownTickets opened(Answer.TicketOpened answer) {
        return opened == null ? new KnownTickets(reference(answer), told, asked, escalated, tellWhenSolved) : this;
    }

    KnownTickets told(TicketReference ticket) {
        return new KnownTickets(ticket, ticket, asked, escalated, tellWhenSolved);
    }

    KnownTickets asked(Answer.TicketFound answer) {
        TicketReference found = new TicketReference(answer.system(), answer.number());
        return new KnownTickets(opened, told, found, escalated, tellWhenSolved);
    }

    KnownTickets afterEscalation() {
        return new KnownTickets(opened, told, asked, true, tellWhenSolved);
    }

    KnownTickets toldWhenSolved() {
        return new KnownTickets(opened, told, asked, escalated, true);
    }

    static TicketReference reference(Answer.TicketOpened answer) {
        return new TicketReference(answer.system(), answer.number());
    }
}
