package dev.switchboard.monitor.health;

import dev.switchboard.integration.card.IntegrationCard;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an alert says about a system, from its card.
 *
 * @param credentials the settings to look at, as a phrase
 * @param limit the vendor's own limit, as a phrase
 */
record SystemFacts(String name, String credentials, String limit) {
    static SystemFacts of(String integration, Map<String, IntegrationCard> cards) {
        IntegrationCard card = cards.get(integration);
        return card == null
                ? new SystemFacts(integration, "its credentials", "the vendor's limit")
                : new SystemFacts(card.name(), credentials(card), limit(card.limits()));
    }

    private static String credentials(IntegrationCard card) {
        String settings = card.auth().stream()
                .flatMap(way -> way.settings().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return settings.isEmpty() ? "its credentials" : settings;
    }

    private static String limit(List<IntegrationCard.Limit> limits) {
        return limits.stream()
                .findFirst()
                .map(limit -> "the vendor's limit of " + limit.requests() + " requests in " + Phrase.span(limit.per()))
                .orElse("the vendor's limit");
    }
}
