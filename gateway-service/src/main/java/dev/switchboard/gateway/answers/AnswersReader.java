package dev.switchboard.gateway.answers;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Event;
import dev.switchboard.gateway.conversation.Conversations;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads the whole topic of answers, in every replica, from its end on; docs/adr/0002 says why. An answer to a conversation this
 * replica does not hold is dropped; one that comes late still reaches the conversation.
 */
@Singleton
public final class AnswersReader {
    private final Conversations conversations;
    private final AwaitedAnswers awaited;
    private final KafkaClientService clients;

    AnswersReader(Conversations conversations, AwaitedAnswers awaited, KafkaClientService clients) {
        this.conversations = conversations;
        this.awaited = awaited;
        this.clients = clients;
    }

    /** Runs on the event loop: it only changes state in memory and wakes the turn. */
    @Incoming("answers")
    @NonBlocking
    void read(Event event) {
        if (event instanceof Answer answer) {
            conversations.change(answer.conversation(), state -> state.learned(answer));
            awaited.arrived(answer);
        }
    }

    /** Whether the reader knows, within a time, where the topic ends: what is answered from then on is not missed. */
    public boolean ready(Duration within) {
        try {
            return !clients.getConsumer("answers")
                    .getPositions()
                    .await()
                    .atMost(within)
                    .isEmpty();
        } catch (RuntimeException away) {
            return false;
        }
    }
}
