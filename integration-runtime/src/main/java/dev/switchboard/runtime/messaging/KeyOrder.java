package dev.switchboard.runtime.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.ContextHolder;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.impl.OrderedIncomingKafkaRecord;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the records of one key one after the other, and those of different keys side by side; offsets are committed by another
 * handler. It stands in for SmallRye's {@code ordered=key}, which (4.36.0) drops a record that arrives in the moment in which the one
 * before it is settled: there, finding a key idle and forgetting the key are two steps, and what comes between them goes nowhere
 * until the consumer starts again.
 *
 * <p>What was polled before its partition went to another replica is neither begun nor committed here: a commit of ours would carry
 * the other's offset past what it has in hand, and should it die then, that would be lost.
 */
final class KeyOrder extends ContextHolder implements KafkaCommitHandler {
    private static final int CONTEXT_TIMEOUT_MILLIS = 60_000;

    private final KafkaCommitHandler commits;
    private final int mostAtOnce;
    private final Map<Key, CompletableFuture<@Nullable Void>> latest = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Integer> timesRevoked = new ConcurrentHashMap<>();
    private final Set<TopicPartition> ours = ConcurrentHashMap.newKeySet();

    /** {@code mostAtOnce} records may wait for their turn. */
    KeyOrder(Vertx vertx, KafkaCommitHandler commits, int mostAtOnce) {
        super(vertx, CONTEXT_TIMEOUT_MILLIS);
        this.commits = commits;
        this.mostAtOnce = mostAtOnce;
    }

    private record Key(TopicPartition partition, @Nullable Object key) {}

    @Override
    public <K, V> Multi<IncomingKafkaRecord<K, V>> decorateStream(Multi<IncomingKafkaRecord<K, V>> records) {
        return commits.decorateStream(records)
                .onItem()
                .transformToUni(this::inTurn)
                .merge(mostAtOnce);
    }

    /** The record when the one before it with the same key is settled; nothing when its partition has gone by then. */
    private <K, V> Uni<IncomingKafkaRecord<K, V>> inTurn(IncomingKafkaRecord<K, V> record) {
        TopicPartition partition = new TopicPartition(record.getTopic(), record.getPartition());
        Key key = new Key(partition, record.getKey());
        int arrivedIn = timesRevoked(partition);
        CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> before = latest.put(key, settled);
        Uni<IncomingKafkaRecord<K, V>> mine = Uni.createFrom().item(() -> {
            if (timesRevoked(partition) != arrivedIn) {
                settle(key, settled);
                return null;
            }
            return new OrderedIncomingKafkaRecord<>(record, () -> settle(key, settled));
        });
        return before == null
                ? mine
                : Uni.createFrom().completionStage(before).onItem().transformToUni(_ -> mine);
    }

    /** Forgets the key only while nobody waits behind the record: whoever comes afterwards has nobody to wait for. */
    private void settle(Key key, CompletableFuture<@Nullable Void> settled) {
        latest.remove(key, settled);
        settled.complete(null);
    }

    private boolean isOurs(IncomingKafkaRecord<?, ?> record) {
        return ours.contains(new TopicPartition(record.getTopic(), record.getPartition()));
    }

    private int timesRevoked(TopicPartition partition) {
        return timesRevoked.getOrDefault(partition, 0);
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        ours.removeAll(partitions);
        partitions.forEach(partition -> timesRevoked.merge(partition, 1, Integer::sum));
        commits.partitionsRevoked(partitions);
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        ours.addAll(partitions);
        commits.partitionsAssigned(partitions);
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        return isOurs(record) ? commits.received(record) : Uni.createFrom().nullItem();
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        return isOurs(record) ? commits.handle(record) : Uni.createFrom().voidItem();
    }

    @Override
    public void terminate(boolean graceful) {
        commits.terminate(graceful);
    }

    @Override
    public void capture(io.vertx.mutiny.core.Context context) {
        super.capture(context);
        if (commits instanceof ContextHolder holder) {
            holder.capture(context);
        }
    }

    @Override
    public void capture(Context context) {
        super.capture(context);
        if (commits instanceof ContextHolder holder) {
            holder.capture(context);
        }
    }
}
