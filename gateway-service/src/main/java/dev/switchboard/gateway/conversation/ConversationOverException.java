package dev.switchboard.gateway.conversation;

import dev.switchboard.events.ConversationId;

/** The conversation ended while a turn of it was still being answered: the customer hung up. */
public final class ConversationOverException extends RuntimeException {
    ConversationOverException(ConversationId id) {
        super("The conversation " + id + " is over");
    }
}
