package dev.switchboard.gateway.conversation;

import dev.switchboard.events.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the state of conversations is held. Every change is atomic. */
public interface Conversations {
    /** Holds a conversation; false, and nothing changes, when it is held already. */
    boolean begin(ConversationState state);

    Optional<ConversationState> find(ConversationId id);

    /** The chat session that goes on with this address; empty when there is none. */
    Optional<ConversationState> chat(ChatAddress address);

    /** Changes a conversation and returns the new state; empty when it is not held. The change may run more than once. */
    Optional<ConversationState> change(ConversationId id, UnaryOperator<ConversationState> change);

    /** Lets go of a conversation; of several callers exactly one gets it. */
    Optional<ConversationState> end(ConversationId id);

    /** Whether the conversation was ended here a short while ago. */
    boolean ended(ConversationId id);

    /** Conversations in which nothing was said for too long. */
    List<ConversationState> silentSince(Instant calls, Instant chats);
}
