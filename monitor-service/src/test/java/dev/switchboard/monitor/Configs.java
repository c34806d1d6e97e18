package dev.switchboard.monitor;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The monitor's settings for tests without Quarkus: the real defaults, and what a test says otherwise. */
public final class Configs {
    private Configs() {}

    public static MonitorConfig defaults() {
        return with(Map.of());
    }

    /** Settings by their names without {@code switchboard.monitor.}. */
    public static MonitorConfig with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder().withMapping(MonitorConfig.class);
        settings.forEach((name, value) -> builder.withDefaultValue("switchboard.monitor." + name, value));
        return builder.build().getConfigMapping(MonitorConfig.class);
    }
}
