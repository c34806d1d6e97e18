package dev.switchboard.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The facts of a conversation, on {@link Topics#CALLS} or {@link Topics#CHATS}. Gateway to connectors. */
public sealed interface ConversationEvent extends Event {
    Conversation conversation();

    @Override
    default String key() {
        return conversation().id().value();
    }

    /** The phone rang, or the first message of a session arrived. */
    @EventType("conversation.started.v1")
    record Started(Conversation conversation, Instant at) implements ConversationEvent {
        @Override
        public String distinction() {
            return "";
        }
    }

    /** The customer said or wrote something. {@code turn} counts from 1 within the conversation. */
    @EventType("conversation.customer-spoke.v1")
    record CustomerSpoke(Conversation conversation, int turn, String text, Instant at) implements ConversationEvent {
        @Override
        public String distinction() {
            return Integer.toString(turn);
        }
    }

    /** We answered. */
    @EventType("conversation.agent-replied.v1")
    record AgentReplied(Conversation conversation, int turn, String text, Instant at) implements ConversationEvent {
        @Override
        public String distinction() {
            return Integer.toString(turn);
        }
    }

    /**
     * The customer's question needs a company system.
     *
     * @param questionId unique in the conversation; the answer repeats it
     * @param customer who asks; null while unknown
     */
    @EventType("conversation.question-asked.v1")
    record QuestionAsked(
            Conversation conversation,
            String questionId,
            Question question,
            @Nullable Customer customer,
            Instant at) implements ConversationEvent {
        @Override
        public String distinction() {
            return questionId;
        }
    }

    /** The customer needs a person: a ticket is opened while the conversation goes on. */
    @EventType("conversation.escalated.v1")
    record Escalated(
            Conversation conversation,
            String reason,
            Understanding understanding,
            @Nullable Customer customer,
            Instant at)
            implements ConversationEvent {
        @Override
        public String distinction() {
            return "";
        }
    }

    /**
     * The customer hung up, or the chat session ran out.
     *
     * @param escalated whether {@link Escalated} was published before
     * @param toldTicket the ticket of this conversation whose number the customer was told; null when none was
     * @param askedTicket the ticket the customer asked about; null when they asked about none
     * @param tellWhenSolved whether the customer wants to hear when their ticket is solved: this conversation's, else the one
     *     they asked about
     */
    @EventType("conversation.ended.v1")
    record Ended(
            Conversation conversation,
            Understanding understanding,
            @Nullable Customer customer,
            boolean escalated,
            @Nullable TicketReference toldTicket,
            @Nullable TicketReference askedTicket,
            boolean tellWhenSolved,
            Duration duration,
            Instant at)
            implements ConversationEvent {
        @Override
        public String distinction() {
            return "";
        }
    }
}
