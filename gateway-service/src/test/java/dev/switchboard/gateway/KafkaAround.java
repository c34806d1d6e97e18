package dev.switchboard.gateway;

import dev.switchboard.events.Topics;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.localkafka.TopicSpec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real Kafka for the gateway under test, its spool in a temporary folder, its channels set up. */
public final class KafkaAround implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        LocalKafka started = LocalKafka.start(Settings.temporary());
        started.createTopics(Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configs()))
                .toList());
        kafka = started;
        Map<String, String> settings = new HashMap<>(TestChannels.SETTINGS);
        settings.put("kafka.bootstrap.servers", started.bootstrapServers());
        settings.put("switchboard.spool.directory", temporaryFolder());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(Objects.requireNonNull(kafka), new TestInjector.MatchesType(LocalKafka.class));
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("spool").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
