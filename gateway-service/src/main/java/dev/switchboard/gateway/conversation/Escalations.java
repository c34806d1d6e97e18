package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.engine.ConversationEngine;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.Kept;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Calls a person in: a ticket is opened, and the customer hears its number. */
@Singleton
final class Escalations {
    private final Conversations conversations;
    private final ConversationJournal journal;
    private final AwaitedAnswers answers;
    private final ConversationEngine engine;
    private final Clock clock;

    Escalations(
            Conversations conversations,
            ConversationJournal journal,
            AwaitedAnswers answers,
            ConversationEngine engine,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.answers = answers;
        this.engine = engine;
        this.clock = clock;
    }

    /** Says what happens; the ticket's number when it is there in time. A conversation escalates once. */
    String escalate(ConversationState state, String reason, Deadline deadline) {
        Conversation conversation = state.conversation();
        TicketReference known = state.tickets().opened();
        if (state.escalated() && known != null) {
            conversations.change(conversation.id(), now -> now.told(known));
            return "A colleague will get back to you about ticket " + known.number() + ".";
        }
        if (state.escalated()) {
            return "A colleague will get back to you about it.";
        }
        try (var waiting = answers.expect(conversation.id(), Escalations::aboutTheTicket)) {
            boolean wait = publish(state, reason) == Kept.IN_KAFKA;
            Optional<Answer> answer = wait ? waiting.within(deadline.left()) : Optional.empty();
            if (answer.isPresent() && answer.get() instanceof Answer.TicketOpened opened) {
                conversations.change(conversation.id(), now -> now.told(KnownTickets.reference(opened)));
                return "I've created ticket " + opened.number() + " for you. A colleague will get back to you.";
            }
            return conversation.channel().spoken()
                    ? "I'm opening a ticket; you will get its number by text."
                    : "I'm opening a ticket; you will get its number here.";
        }
    }

    /** Calls a person in without waiting for the ticket's number. */
    Kept publish(ConversationState state, String reason) {
        Conversation conversation = state.conversation();
        ConversationState now = conversations
                .change(conversation.id(), ConversationState::afterEscalation)
                .orElse(state.afterEscalation());
        return journal.keep(
                        Topics.of(conversation.channel()),
                        new Escalated(
                                conversation,
                                reason,
                                engine.understanding(now.dialogue()),
                                now.customer(),
                                clock.instant()))
                .join();
    }

    private static boolean aboutTheTicket(Answer answer) {
        return answer instanceof Answer.TicketOpened
                || (answer instanceof Answer.Failed failed && failed.asked().equals(Answer.Failed.TICKET));
    }
}
