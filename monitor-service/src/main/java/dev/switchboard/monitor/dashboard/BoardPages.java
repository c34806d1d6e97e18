package dev.switchboard.monitor.dashboard;

import dev.switchboard.monitor.MonitorConfig;
import dev.switchboard.monitor.dashboard.BoardPage.Section;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the page together from the board. */
@ApplicationScoped
class BoardPages {
    private static final List<String> CATEGORIES =
            List.of("crm", "ticketing", "commerce", "telephony", "messaging", SystemView.OTHER);
    private static final Map<String, String> TITLES = Map.of("crm", "CRM", "commerce", "Shops");
    private static final List<String> WORST_FIRST = List.of("down", SystemView.UNKNOWN, "degraded", "up");

    private final Systems systems;
    private final Board board;
    private final BrokerWatch broker;
    private final MonitorConfig config;
    private final Clock clock;

    BoardPages(Systems systems, Board board, BrokerWatch broker, MonitorConfig config, Clock clock) {
        this.systems = systems;
        this.board = board;
        this.broker = broker;
        this.config = config;
        this.clock = clock;
    }

    BoardPage now() {
        Instant now = clock.instant();
        List<SystemView> all = systems.all();
        Map<String, Long> counts = all.stream()
                .filter(view -> !view.state().equals(SystemView.NOT_CONNECTED))
                .collect(Collectors.groupingBy(SystemView::state, Collectors.counting()));
        return new BoardPage(
                headline(counts),
                WORST_FIRST.stream().filter(counts::containsKey).findFirst().orElse(SystemView.UNKNOWN),
                away(now),
                Moment.of(now, now),
                board.firing().stream()
                        .map(alert -> AlertRow.of(alert, systems.name(alert.integration()), now))
                        .toList(),
                sections(all, now),
                board.recent().stream()
                        .map(alert -> AlertRow.of(alert, systems.name(alert.integration()), now))
                        .toList(),
                Moment.span(config.window()));
    }

    private @Nullable Moment away(Instant now) {
        return broker.awaySince().map(since -> Moment.of(since, now)).orElse(null);
    }

    private static List<Section> sections(List<SystemView> all, Instant now) {
        Map<String, List<SystemRow>> byCategory = all.stream()
                .collect(Collectors.groupingBy(
                        SystemView::category,
                        Collectors.mapping(view -> SystemRow.of(view, now), Collectors.toList())));
        return CATEGORIES.stream()
                .filter(byCategory::containsKey)
                .map(category -> new Section(title(category), byCategory.getOrDefault(category, List.of())))
                .toList();
    }

    private static String title(String category) {
        return TITLES.getOrDefault(category, Character.toUpperCase(category.charAt(0)) + category.substring(1));
    }

    private static String headline(Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return "No system has been heard of yet";
        }
        if (counts.keySet().equals(Set.of("up"))) {
            long up = counts.getOrDefault("up", 0L);
            return up == 1 ? "The one connected system is up" : "All " + up + " connected systems are up";
        }
        return WORST_FIRST.stream()
                .filter(counts::containsKey)
                .map(state -> counts.get(state) + " " + state)
                .collect(Collectors.joining(", "));
    }
}
