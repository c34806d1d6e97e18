package dev.switchboard.monitor.dashboard;

import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real broker without any topic, and a monitor in a hurry. */
public final class MonitorKafka implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalKafka kafka;

    @Override
    public Map<String, String> start() {
        LocalKafka started = LocalKafka.start(Settings.temporary());
        kafka = started;
        return Map.of(
                "kafka.bootstrap.servers", started.bootstrapServers(),
                "switchboard.monitor.tick", "PT0.5S",
                "switchboard.monitor.window", "PT3S",
                "switchboard.monitor.state-folder", "target/monitor-state",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
