package dev.switchboard.gateway;

import dev.switchboard.integration.card.IntegrationCard;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The vendors' settings by the names their cards give them, from the environment. A blank value counts as not set. */
@Singleton
public final class VendorSettings {
    private final Config config;

    VendorSettings(Config config) {
        this.config = config;
    }

    public Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The values of those that are set, in the given order. */
    public List<String> values(List<String> names) {
        return names.stream().flatMap(name -> value(name).stream()).toList();
    }

    /** The first of the card's settings with this prefix that is set. */
    public Optional<String> firstSet(IntegrationCard card, String prefix) {
        return card.settings().stream()
                .map(IntegrationCard.Setting::name)
                .filter(name -> name.startsWith(prefix) && value(name).isPresent())
                .findFirst();
    }
}
