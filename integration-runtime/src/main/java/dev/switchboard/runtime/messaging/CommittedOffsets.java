package dev.switchboard.runtime.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits how far a channel is: every so often, and once more when a partition goes or the channel ends. What is committed is found
 * out on the consumer's own thread, the one on which partitions come and go, so that it is never another replica's.
 */
final class CommittedOffsets implements Offsets {
    private static final Logger LOG = Logger.getLogger(CommittedOffsets.class);
    private static final Duration LAST_COMMIT = Duration.ofSeconds(3);
    /** The consumer's thread may have to end a poll before, and tells by itself when Kafka does not take the commit. */
    private static final Duration LAST_TURN = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final KafkaConsumer<?, ?> consumer;
    private final Duration interval;
    private final Duration longestWork;
    private final BiConsumer<Throwable, Boolean> failed;
    private final Clock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private Map<TopicPartition, Progress> held = Map.of();
    private long timer;

    /** A record that is not done within {@code longestWork} is told to {@code failed}: the consumer is stuck. */
    CommittedOffsets(
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            Duration interval,
            Duration longestWork,
            BiConsumer<Throwable, Boolean> failed,
            Clock clock) {
        this.vertx = vertx;
        this.consumer = consumer;
        this.interval = interval;
        this.longestWork = longestWork;
        this.failed = failed;
        this.clock = clock;
    }

    @Override
    public void begin(Map<TopicPartition, Progress> partitions) {
        held = partitions;
        timer = vertx.setPeriodic(interval.toMillis(), _ -> commitSoon());
    }

    @Override
    public void leave(Collection<TopicPartition> going) {
        Map<TopicPartition, OffsetAndMetadata> offsets = toCommit();
        offsets.keySet().retainAll(going);
        commitNow(consumer.unwrap(), offsets);
    }

    @Override
    public void end() {
        vertx.cancelTimer(timer);
        onConsumersThread(client -> commitNow(client, toCommit()))
                .ifNoItem()
                .after(LAST_TURN)
                .fail()
                .onFailure()
                .invoke(CommittedOffsets::notCommitted)
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    /** The consumer's thread may be busy for a while; it is asked once until it comes to it. */
    private void commitSoon() {
        tellOfStuckWork();
        if (asked.compareAndSet(false, true)) {
            onConsumersThread(this::commit)
                    .onTermination()
                    .invoke(() -> asked.set(false))
                    .subscribe()
                    .with(_ -> {}, closing -> LOG.debug("Not committed: the consumer is closed", closing));
        }
    }

    private Uni<Void> onConsumersThread(java.util.function.Consumer<Consumer<?, ?>> action) {
        return consumer.runOnPollingThread(action::accept);
    }

    /** Kafka's client logs what keeps it from committing; it is tried again a moment later. */
    private void commit(Consumer<?, ?> client) {
        Map<TopicPartition, OffsetAndMetadata> offsets = toCommit();
        if (!offsets.isEmpty()) {
            client.commitAsync(offsets, (committed, failure) -> {
                if (failure == null) {
                    committed(committed);
                }
            });
        }
    }

    private void commitNow(Consumer<?, ?> client, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            client.commitSync(offsets, LAST_COMMIT);
            committed(offsets);
        } catch (KafkaException failure) {
            notCommitted(failure);
        }
    }

    private static void notCommitted(Throwable failure) {
        LOG.warnf(
                "Offsets cannot be committed while partitions go; what was done since the last time comes again: %s",
                failure.getClass().getSimpleName());
    }

    private Map<TopicPartition, OffsetAndMetadata> toCommit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        held.forEach((partition, progress) ->
                progress.toCommit().ifPresent(next -> offsets.put(partition, new OffsetAndMetadata(next))));
        return offsets;
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Progress progress = held.get(partition);
            if (progress != null) {
                progress.committed(offset.offset());
            }
        });
    }

    private void tellOfStuckWork() {
        Instant tooOld = clock.instant().minus(longestWork);
        held.forEach((partition, progress) -> progress.oldest()
                .filter(since -> since.isBefore(tooOld))
                .ifPresent(since -> failed.accept(
                        new IllegalStateException("Work on a record of " + partition + " has not ended since " + since),
                        true)));
    }
}
