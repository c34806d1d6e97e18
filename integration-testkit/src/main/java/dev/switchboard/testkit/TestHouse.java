package dev.switchboard.testkit;

import dev.switchboard.events.Topics;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.localkafka.TopicSpec;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxCredentials;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connector's tests run against: a real Kafka with every topic, and every vendor simulated, with credentials that work.
 * Quarkus loads tests and this resource apart: tests reach the sandbox through {@link VendorTwin}.
 */
public class TestHouse implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalKafka kafka;
    private @Nullable Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        LocalKafka broker = LocalKafka.start(Settings.temporary());
        kafka = broker;
        broker.createTopics(topics());
        Sandbox vendors = Sandbox.start(0);
        sandbox = vendors;
        String url = "http://127.0.0.1:" + vendors.port();
        Map<String, String> config = new HashMap<>();
        SandboxCredentials.of(url).values().forEach(config::putAll);
        // Without a quota: one test's limit, which closes the quota for a minute, must not be the next one's.
        vendors.systems().forEach(system -> config.put("switchboard.quota." + system, "0"));
        config.put("kafka.bootstrap.servers", broker.bootstrapServers());
        config.put("switchboard.http.read-timeout", "1S");
        config.put(VendorTwin.URL, url);
        return config;
    }

    /** Every topic as the broker takes it. */
    public static List<TopicSpec> topics() {
        return Topics.all().stream()
                .map(topic -> new TopicSpec(topic.name(), topic.partitions(), topic.configs()))
                .toList();
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
        if (kafka != null) {
            kafka.close();
        }
    }
}
