package dev.switchboard.events;

import java.time.Instant;

/**
 * That a customer will hear of their ticket, on {@link Topics#PROMISES}. Written and read by whoever keeps promises; the topic holds
 * the latest word on each, so it is at once the list of those that are open.
 */
public sealed interface Promise extends Event {
    /** The helpdesk, by its card's id. */
    String system();

    /** The vendor's id of the ticket. */
    String ticketId();

    /** In which it was promised. */
    ConversationId conversation();

    @Override
    default String key() {
        return system() + "/" + ticketId() + "/" + conversation().value();
    }

    @Override
    default String distinction() {
        return "";
    }

    /**
     * The customer wants to be told when the ticket is solved.
     *
     * @param number what people call the ticket
     * @param channel by which they are told
     * @param from our address on the channel
     * @param to theirs
     */
    @EventType("promise.made.v1")
    record Made(
            String system,
            String ticketId,
            String number,
            ConversationId conversation,
            Channel channel,
            String from,
            String to,
            Instant at)
            implements Promise {}

    /** They were told, or there is nothing left to tell. */
    @EventType("promise.kept.v1")
    record Kept(String system, String ticketId, ConversationId conversation, Instant at) implements Promise {}
}
