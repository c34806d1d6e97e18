package dev.switchboard.ticketing;

import dev.switchboard.events.Promise;
import dev.switchboard.events.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The promises that are open, as {@link Topics#PROMISES} has them. Every replica holds all of them: a ticket's change may come to any
 * replica, and there are few.
 */
@ApplicationScoped
@Default
@Identifier("open-promises")
class OpenPromises implements KafkaConsumerRebalanceListener {
    private final Map<String, Promise.Made> open = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unread = new ConcurrentHashMap<>();
    private final CountDownLatch loaded = new CountDownLatch(1);

    /** Takes note of the latest word on a promise, and where it stood. */
    void learn(Promise promise, int partition, long offset) {
        switch (promise) {
            case Promise.Made made -> open.put(made.key(), made);
            case Promise.Kept kept -> open.remove(kept.key());
        }
        passed(partition, offset);
    }

    /** Notes that what stood there is no promise of ours. */
    void passed(int partition, long offset) {
        unread.computeIfPresent(partition, (p, end) -> offset + 1 >= end ? null : end);
        finishWhenRead();
    }

    /** Those about a ticket, by its id or its number. Waits until everything promised before this process started has been read. */
    List<Promise.Made> about(String system, String ticketId, String number) {
        try {
            loaded.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while promises are read; the record comes again", stopping);
        }
        return open.values().stream()
                .filter(promise -> promise.system().equals(system)
                        && (promise.ticketId().equals(ticketId)
                                || promise.number().equals(number)))
                .toList();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions).forEach((partition, end) -> {
            if (end > first.getOrDefault(partition, 0L)) {
                unread.put(partition.partition(), end);
            }
        });
        finishWhenRead();
    }

    private void finishWhenRead() {
        if (unread.isEmpty()) {
            loaded.countDown();
        }
    }
}
