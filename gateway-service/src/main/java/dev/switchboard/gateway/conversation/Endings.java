package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.engine.ConversationEngine;
import dev.switchboard.gateway.journal.ConversationJournal;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends conversations: once each, whoever notices first. */
@Singleton
final class Endings {
    private final Conversations conversations;
    private final ConversationJournal journal;
    private final ConversationEngine engine;
    private final GatewaySettings settings;
    private final Clock clock;

    Endings(
            Conversations conversations,
            ConversationJournal journal,
            ConversationEngine engine,
            GatewaySettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.engine = engine;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends a conversation that is held here; does nothing when it is not. Returns when that is durable. */
    void end(ConversationId id) {
        conversations.end(id).ifPresent(state -> {
            try {
                publish(state, Duration.between(state.startedAt(), clock.instant()));
            } catch (RuntimeException e) {
                conversations.begin(state);
                throw e;
            }
        });
    }

    /** Ends a conversation of which this process knows nothing because it was started again in the middle of it. */
    void endUnknown(Conversation conversation, Duration duration) {
        if (!conversations.ended(conversation.id())) {
            ConversationState state =
                    ConversationState.begun(conversation, clock.instant().minus(duration));
            conversations.begin(state);
            end(conversation.id());
        }
    }

    /** Ends chats in which nobody writes any more, and calls whose end nobody told us. */
    @Scheduled(
            every = "15s",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @RunOnVirtualThread
    void endSilent() {
        Instant now = clock.instant();
        conversations
                .silentSince(now.minus(settings.callExpiry()), now.minus(settings.chatIdle()))
                .forEach(state -> end(state.conversation().id()));
    }

    private void publish(ConversationState state, Duration duration) {
        Conversation conversation = state.conversation();
        journal.keep(
                        Topics.of(conversation.channel()),
                        new Ended(
                                conversation,
                                engine.understanding(state.dialogue()),
                                state.customer(),
                                state.escalated(),
                                state.tickets().told(),
                                state.tickets().asked(),
                                state.tickets().tellWhenSolved(),
                                duration.isNegative() ? Duration.ZERO : duration,
                                clock.instant()))
                .join();
    }
}
