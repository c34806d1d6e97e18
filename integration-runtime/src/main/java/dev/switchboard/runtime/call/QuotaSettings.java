package dev.switchboard.runtime.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator decides about the vendors' quotas. */
@ApplicationScoped
class QuotaSettings {
    private final Config config;
    private final int reservePercent;
    private final Duration longestWait;

    /**
     * Of a quota of more than a minute, {@code switchboard.quota-reserve-percent} is kept for what matters; 0 keeps none. Longer
     * than {@code switchboard.longest-wait} no vendor can make us wait; it has to stay below the age at which a record that is
     * not settled counts as stuck.
     */
    QuotaSettings(
            Config config,
            @ConfigProperty(name = "switchboard.quota-reserve-percent", defaultValue = "10") int reservePercent,
            @ConfigProperty(name = "switchboard.longest-wait", defaultValue = "8H") Duration longestWait) {
        this.config = config;
        this.reservePercent = reservePercent;
        this.longestWait = longestWait;
    }

    int reservePercent() {
        return reservePercent;
    }

    Duration longestWait() {
        return longestWait;
    }

    /** {@code switchboard.quota.<id>}: the requests of the card's period, where it is not what the card says; 0 for no limit. */
    Optional<Integer> requests(String system) {
        return config.getOptionalValue("switchboard.quota." + system, Integer.class);
    }
}
