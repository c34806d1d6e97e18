package dev.switchboard.monitor.health;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.monitor.MonitorConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules, their thresholds, and what the cards say about the systems they judge. */
public final class Rulebook {
    /** A system that two pings in a row brought no word of is unknown. */
    private static final int SILENT_PINGS = 2;

    private final MonitorConfig config;
    private final List<Rule> rules;
    private final Map<String, IntegrationCard> cards;

    public Rulebook(MonitorConfig config, Collection<IntegrationCard> cards) {
        this.config = config;
        this.rules = Rule.all(config);
        this.cards = cards.stream().collect(Collectors.toMap(IntegrationCard::id, Function.identity()));
    }

    MonitorConfig config() {
        return config;
    }

    List<Rule> rules() {
        return rules;
    }

    SystemFacts facts(String integration) {
        return SystemFacts.of(integration, cards);
    }

    long silenceMs() {
        return config.ping().interval().toMillis() * SILENT_PINGS;
    }
}
