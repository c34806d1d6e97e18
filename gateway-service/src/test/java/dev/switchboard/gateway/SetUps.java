package dev.switchboard.gateway;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings without a running gateway. */
public final class SetUps {
    private SetUps() {}

    public static VendorSettings vendors(Map<String, String> environment) {
        return new VendorSettings(config(environment));
    }

    public static GatewaySettings settings() {
        return settings(Map.of());
    }

    public static GatewaySettings settings(Map<String, String> values) {
        return config(values).getConfigMapping(GatewaySettings.class);
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatewaySettings.class)
                .withDefaultValues(values)
                .build();
    }
}
