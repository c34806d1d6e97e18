package dev.switchboard.monitor.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemViewTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");

    private final IntegrationCard zendesk = IntegrationCards.named("zendesk").orElseThrow();
    private final StatusReported up =
            new StatusReported("zendesk", StatusReported.State.UP, NOW, 10, 0, 80L, 0, 0, NOW, List.of());

    @Test
    void aSystemThatWasNeverHeardOfIsNotConnected() {
        assertThat(SystemView.of(zendesk, null, false).state()).isEqualTo("not-connected");
    }

    @Test
    void aSystemThatIsUpIsUp() {
        assertThat(SystemView.of(zendesk, up, false).state()).isEqualTo("up");
    }

    @Test
    void nothingIsGreenWhileKafkaIsAway() {
        assertThat(SystemView.of(zendesk, up, true).state()).isEqualTo("unknown");
    }
}
