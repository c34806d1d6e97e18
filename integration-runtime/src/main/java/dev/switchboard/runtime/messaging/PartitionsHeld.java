package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Topic;
import dev.switchboard.events.Topics;
import dev.switchboard.runtime.call.QuotaShare;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Which partitions this replica holds, and since which offset. Two things follow: the share of a vendor's quota it may use, and
 * whether a record may have been worked on by somebody before. Offsets, not times: clocks differ between machines.
 */
@ApplicationScoped
@Default
@Identifier("partitions-held")
public class PartitionsHeld implements KafkaConsumerRebalanceListener, QuotaShare {
    private static final Map<String, Integer> PARTITIONS =
            Topics.all().stream().collect(Collectors.toMap(Topic::name, Topic::partitions));

    private static final Logger LOG = Logger.getLogger(PartitionsHeld.class);
    private static final Duration END_OFFSETS_PATIENCE = Duration.ofSeconds(5);

    private final Map<TopicPartition, Long> since = new ConcurrentHashMap<>();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = endOffsets(consumer, partitions);
        partitions.forEach(partition -> since.put(partition, ends.getOrDefault(partition, Long.MAX_VALUE)));
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
    public boolean olderThanOurs(String topic, int partition, long offset) {
        Long ours = since.get(new TopicPartition(topic, partition));
        return ours == null || offset < ours;
    }

    /** When the broker cannot say, every record counts as older: looking twice is safe, making twice is not. */
    private static Map<TopicPartition, Long> endOffsets(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            return consumer.endOffsets(partitions, END_OFFSETS_PATIENCE);
        } catch (KafkaException unknown) {
            LOG.warnf(
                    "End offsets unknown at assignment: %s", unknown.getClass().getSimpleName());
            return Map.of();
        }
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
