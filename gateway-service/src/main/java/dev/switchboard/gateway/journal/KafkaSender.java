package dev.switchboard.gateway.journal;

import dev.switchboard.events.Event;
import dev.switchboard.events.kafka.EventMessage;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Sends through SmallRye's emitter, and gives up when Kafka has not taken the event in time. */
final class KafkaSender implements EventSender {
    private static final URI SOURCE = URI.create("/switchboard/gateway");

    private final MutinyEmitter<Event> emitter;
    private final Duration patience;

    KafkaSender(MutinyEmitter<Event> emitter, Duration patience) {
        this.emitter = emitter;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<Void> send(JournalEntry entry) {
        return emitter.sendMessage(EventMessage.of(entry.event(), entry.topic(), SOURCE, entry.time()))
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure(KafkaSender::neverTaken)
                .transform(failure -> new UndeliverableException("Kafka does not take the event", failure))
                .subscribeAsCompletionStage();
    }

    private static boolean neverTaken(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof SerializationException;
    }
}
