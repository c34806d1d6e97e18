package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every system there is: those with a card, connected or not, and those that are only heard of. */
@ApplicationScoped
class Systems {
    private final Board board;
    private final BrokerWatch broker;
    private final List<IntegrationCard> cards = IntegrationCards.load();
    private final Map<String, String> names =
            cards.stream().collect(Collectors.toMap(IntegrationCard::id, IntegrationCard::name));

    Systems(Board board, BrokerWatch broker) {
        this.board = board;
        this.broker = broker;
    }

    /** Sorted by name. */
    List<SystemView> all() {
        boolean stale = broker.awaySince().isPresent();
        Map<String, StatusReported> statuses = board.statuses();
        Set<String> ids = names.keySet();
        return Stream.concat(
                        cards.stream().map(card -> SystemView.of(card, statuses.get(card.id()), stale)),
                        statuses.values().stream()
                                .filter(status -> !ids.contains(status.integration()))
                                .map(status -> SystemView.withoutCard(status, stale)))
                .sorted(Comparator.comparing(SystemView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    String name(String integration) {
        return names.getOrDefault(integration, integration);
    }
}
