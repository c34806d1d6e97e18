package dev.switchboard.events;

import org.jspecify.annotations.Nullable;

/**
 * Where a conversation comes from; every conversation event carries it whole, so that no connector needs a store.
 *
 * @param id the conversation's id, and the Kafka key of everything about it
 * @param channel how the customer reached us
 * @param provider the system that carries the conversation, e.g. {@code twilio}
 * @param customerAddress the customer's address on the channel: E.164 for phones; empty when withheld
 * @param lineAddress the company's address that was dialled or written to
 * @param customerName the name the channel itself gave, e.g. a WhatsApp profile's; null when it gave none
 * @param tenant whose customer it is, where one house serves several companies or brands; null when it serves one
 */
public record Conversation(
        ConversationId id,
        Channel channel,
        String provider,
        String customerAddress,
        String lineAddress,
        @Nullable String customerName,
        @Nullable String tenant) {

    /** In a house that serves one company. */
    public Conversation(
            ConversationId id,
            Channel channel,
            String provider,
            String customerAddress,
            String lineAddress,
            @Nullable String customerName) {
        this(id, channel, provider, customerAddress, lineAddress, customerName, null);
    }
}
