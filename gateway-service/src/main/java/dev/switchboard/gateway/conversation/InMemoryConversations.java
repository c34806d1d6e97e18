package dev.switchboard.gateway.conversation;

import dev.switchboard.events.ConversationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Conversations in this process: for one gateway, or with callers that always reach the same one. */
@Singleton
final class InMemoryConversations implements Conversations {
    private static final Duration ENDED_REMEMBERED = Duration.ofHours(1);

    private final ConcurrentHashMap<ConversationId, ConversationState> held = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ChatAddress, ConversationId> chats = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ConversationId, Instant> ended = new ConcurrentHashMap<>();
    private final Clock clock;

    InMemoryConversations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean begin(ConversationState state) {
        boolean first = held.putIfAbsent(state.conversation().id(), state) == null;
        if (first && !state.conversation().channel().spoken()) {
            chats.put(ChatAddress.of(state.conversation()), state.conversation().id());
        }
        return first;
    }

    @Override
    public Optional<ConversationState> find(ConversationId id) {
        return Optional.ofNullable(held.get(id));
    }

    @Override
    public Optional<ConversationState> chat(ChatAddress address) {
        return Optional.ofNullable(chats.get(address)).flatMap(this::find);
    }

    @Override
    public Optional<ConversationState> change(ConversationId id, UnaryOperator<ConversationState> change) {
        return Optional.ofNullable(held.computeIfPresent(id, (same, state) -> change.apply(state)));
    }

    @Override
    public Optional<ConversationState> end(ConversationId id) {
        Optional<ConversationState> last = Optional.ofNullable(held.remove(id));
        last.ifPresent(state -> {
            ended.put(id, clock.instant());
            chats.remove(ChatAddress.of(state.conversation()), id);
        });
        return last;
    }

    @Override
    public boolean ended(ConversationId id) {
        return ended.containsKey(id);
    }

    @Override
    public List<ConversationState> silentSince(Instant calls, Instant chatsSince) {
        Instant forget = clock.instant().minus(ENDED_REMEMBERED);
        ended.values().removeIf(at -> at.isBefore(forget));
        return held.values().stream()
                .filter(state ->
                        state.lastAt().isBefore(state.conversation().channel().spoken() ? calls : chatsSince))
                .toList();
    }
}
