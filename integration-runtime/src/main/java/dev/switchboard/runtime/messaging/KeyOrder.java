package dev.switchboard.runtime.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the records of one key one after the other, and those of different keys side by side; lets offsets be committed only as
 * far as every record before is done, also those that still wait for their turn. When a partition goes to another replica, what has
 * not begun is left to it, and what has begun gets a moment to end. Why it is our own: docs/adr/0013.
 */
final class KeyOrder implements KafkaCommitHandler {
    private static final int MOST_AT_ONCE = 2_000;

    private final Offsets offsets;
    private final Duration patience;
    private final Clock clock;
    private final Map<TopicPartition, Progress> held = new ConcurrentHashMap<>();
    private final Map<Key, CompletableFuture<@Nullable Void>> latest = new ConcurrentHashMap<>();

    /** Work at hand gets {@code patience} to end when its partition goes, or this service. */
    KeyOrder(Offsets offsets, Duration patience, Clock clock) {
        this.offsets = offsets;
        this.patience = patience;
        this.clock = clock;
        offsets.begin(held);
    }

    private record Key(TopicPartition partition, @Nullable Object key) {}

    @Override
    public <K, V> Multi<IncomingKafkaRecord<K, V>> decorateStream(Multi<IncomingKafkaRecord<K, V>> records) {
        return records.onItem().transformToUni(this::inTurn).merge(MOST_AT_ONCE);
    }

    /** The record when the one before it with the same key is settled; nothing when its partition has gone by then. */
    private <K, V> Uni<IncomingKafkaRecord<K, V>> inTurn(IncomingKafkaRecord<K, V> record) {
        TopicPartition partition = new TopicPartition(record.getTopic(), record.getPartition());
        Progress progress = held.get(partition);
        if (progress == null) {
            return Uni.createFrom().nullItem();
        }
        progress.arrived(record.getOffset(), clock.instant());
        Turn turn = new Turn(new Key(partition, record.getKey()), new CompletableFuture<>());
        CompletableFuture<@Nullable Void> before = latest.put(turn.key(), turn.over());
        Uni<IncomingKafkaRecord<K, V>> mine = Uni.createFrom().item(() -> {
            if (!progress.begin()) {
                end(turn);
                return null;
            }
            return new AtWork<>(record, progress, turn);
        });
        return before == null
                ? mine
                : Uni.createFrom().completionStage(before).onItem().transformToUni(_ -> mine);
    }

    private record Turn(Key key, CompletableFuture<@Nullable Void> over) {}

    /** Forgets the key only while nobody waits behind the record: whoever comes afterwards has nobody to wait for. */
    private void end(Turn turn) {
        latest.remove(turn.key(), turn.over());
        turn.over().complete(null);
    }

    /** A record that was handed out. */
    private final class AtWork<K, V> extends IncomingKafkaRecord<K, V> {
        private final Progress progress;
        private final Turn turn;

        AtWork(IncomingKafkaRecord<K, V> record, Progress progress, Turn turn) {
            super(record);
            this.progress = progress;
            this.turn = turn;
        }

        @Override
        public CompletionStage<Void> ack(Metadata metadata) {
            progress.done(getOffset());
            end(turn);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> nack(Throwable reason, Metadata metadata) {
            if (CutOffException.isIn(reason)) {
                // Its turn does not end: what is behind it comes again behind it.
                progress.leftUndone();
                return CompletableFuture.completedFuture(null);
            }
            return super.nack(reason, metadata).whenComplete((_, notTaken) -> {
                if (notTaken == null) {
                    progress.done(getOffset());
                } else {
                    progress.leftUndone();
                }
                end(turn);
            });
        }
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> held.putIfAbsent(partition, new Progress()));
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        awaitEndOfWork(
                partitions.stream().map(held::get).filter(Objects::nonNull).toList());
        offsets.leave(partitions);
        partitions.forEach(held::remove);
    }

    /** No more work begins there; what has begun gets a moment to end. */
    private void awaitEndOfWork(Collection<Progress> going) {
        going.forEach(Progress::leave);
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (Progress progress : going) {
                progress.awaitEndOfWork(until);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void terminate(boolean graceful) {
        if (graceful) {
            awaitEndOfWork(held.values());
        }
        offsets.end();
    }

    /** A record tells its progress itself. */
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        return Uni.createFrom().voidItem();
    }
}
