package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;

/** Who writes to whom over which channel: what a chat session is found by. */
public record ChatAddress(Channel channel, String customer, String line) {
    static ChatAddress of(Conversation conversation) {
        return new ChatAddress(conversation.channel(), conversation.customerAddress(), conversation.lineAddress());
    }

    static ChatAddress of(IncomingMessage message) {
        return new ChatAddress(message.channel(), message.from(), message.to());
    }

    /** The address as one string. */
    String key() {
        return channel.name() + '/' + customer + '/' + line;
    }
}
