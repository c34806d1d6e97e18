package dev.switchboard.events;

import java.time.Duration;
import java.util.Map;

/**
 * One topic.
 *
 * @param configs Kafka's own topic settings
 */
public record Topic(String name, int partitions, Map<String, String> configs) {
    public Topic {
        if (partitions < 1) {
            throw new IllegalArgumentException("Topic " + name + " needs at least one partition");
        }
        configs = Map.copyOf(configs);
    }

    static Topic kept(String name, int partitions, Duration retention) {
        return new Topic(name, partitions, Map.of("retention.ms", Long.toString(retention.toMillis())));
    }

    /** The latest record of each key, as long as it is not too old. */
    static Topic latestKept(String name, int partitions, Duration retention) {
        return new Topic(
                name,
                partitions,
                Map.of("cleanup.policy", "compact,delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    static Topic compacted(String name, int partitions) {
        return new Topic(name, partitions, Map.of("cleanup.policy", "compact"));
    }
}
