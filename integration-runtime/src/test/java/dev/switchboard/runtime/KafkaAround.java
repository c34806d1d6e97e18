package dev.switchboard.runtime;

import dev.switchboard.events.Topics;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.localkafka.TopicSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Kafka with every topic, and one more whose records have no place to wait and none to end. */
public final class KafkaAround implements QuarkusTestResourceLifecycleManager {
    public static final String HOMELESS = "homeless";

    private @Nullable LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        LocalKafka started = LocalKafka.start(Settings.temporary());
        kafka = started;
        List<TopicSpec> topics = Stream.concat(
                        Topics.all().stream()
                                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configs())),
                        Stream.of(TopicSpec.of(HOMELESS, 1)))
                .toList();
        started.createTopics(topics);
        return Map.of("kafka.bootstrap.servers", started.bootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
