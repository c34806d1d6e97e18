package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Topic;
import dev.switchboard.events.Topics;
import dev.switchboard.runtime.call.QuotaShare;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions this replica holds, and since when. Two things follow: the share of a vendor's quota it may use, and whether a
 * record may have been worked on by somebody before.
 */
@ApplicationScoped
@Default
@Identifier("partitions-held")
public class PartitionsHeld implements KafkaConsumerRebalanceListener, QuotaShare {
    private static final Map<String, Integer> PARTITIONS =
            Topics.all().stream().collect(Collectors.toMap(Topic::name, Topic::partitions));

    private final Map<TopicPartition, Instant> since = new ConcurrentHashMap<>();
    private final Clock clock;

    PartitionsHeld(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> since.put(partition, clock.instant()));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(since::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(since::remove);
    }

    /** Whether the record was there before this replica got its partition, so that another may have begun on it. */
    public boolean olderThanOurs(String topic, int partition, Instant written) {
        Instant ours = since.get(new TopicPartition(topic, partition));
        return ours == null || !written.isAfter(ours);
    }

    @Override
    public double share() {
        Set<TopicPartition> held = Set.copyOf(since.keySet());
        int all = held.stream()
                .map(TopicPartition::topic)
                .distinct()
                .mapToInt(topic -> PARTITIONS.getOrDefault(topic, 1))
                .sum();
        return all == 0 ? 1 : Math.min(1, (double) held.size() / all);
    }
}
