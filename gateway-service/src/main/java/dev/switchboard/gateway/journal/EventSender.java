package dev.switchboard.gateway.journal;

import java.util.concurrent.CompletableFuture;

/** Sends an event to Kafka. */
interface EventSender {
    /**
     * Done when the event is durable in Kafka. Fails soon when it cannot be: with {@link UndeliverableException} when Kafka will
     * never take this event, otherwise because Kafka is away.
     */
    CompletableFuture<Void> send(JournalEntry entry);
}
