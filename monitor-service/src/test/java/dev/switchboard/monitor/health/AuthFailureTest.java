package dev.switchboard.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.AlertRaised.Severity;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.StatusReported.State;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.Configs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthFailureTest {
    private static final String ZENDESK = "zendesk";
    private static final String OTHER_ENDPOINT = "/articles/search";
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final Rulebook rulebook = new Rulebook(Configs.defaults(), IntegrationCards.load());
    private final IntegrationHealth health = IntegrationHealth.unheard(ZENDESK, rulebook, START);

    @Test
    void firesAtTheFirstRefusalAndNamesTheSettings() {
        boolean urgent = health.observe(Calls.failed(ZENDESK, "auth-expired", START), START)
                .urgent();
        AlertRaised alert = only(health.judge(START));

        assertThat(urgent).isTrue();
        assertThat(alert.severity()).isEqualTo(Severity.IMMEDIATE);
        assertThat(alert.what()).startsWith("Zendesk refuses the credentials, also after they were renewed");
        assertThat(alert.check()).contains("ZENDESK_OAUTH_CLIENT_ID");
        assertThat(health.state(START)).isEqualTo(State.DOWN);
    }

    @Test
    void firesOnceForManyRefusals() {
        for (int second = 0; second < 50; second++) {
            Instant now = START.plusSeconds(second);
            health.observe(Calls.failed(ZENDESK, "auth-expired", now), now);
            assertThat(auth(health.judge(now))).hasSize(second == 0 ? 1 : 0);
        }
    }

    @Test
    void expiredCredentialsArePutRightByAnyLaterSuccess() {
        health.observe(Calls.failed(ZENDESK, "auth-expired", START), START);
        health.judge(START);

        Instant later = START.plusSeconds(5);
        health.observe(Calls.succeeded(ZENDESK, CallLogged.PING, later), later);
        AlertRaised resolved = only(health.judge(later));

        assertThat(resolved.state()).isEqualTo(AlertRaised.State.RESOLVED);
        assertThat(resolved.since()).isEqualTo(START);
    }

    @Test
    void aSuccessThatBeganBeforeTheRefusalPutsNothingRight() {
        health.observe(Calls.failed(ZENDESK, "auth-expired", START), START);
        health.judge(START);

        health.observe(Calls.succeeded(ZENDESK, OTHER_ENDPOINT, START.minusMillis(1)), START.plusSeconds(1));

        assertThat(health.judge(START.plusSeconds(1))).isEmpty();
    }

    @Test
    void aMissingPermissionIsPutRightOnlyAtTheSameEndpoint() {
        health.observe(Calls.failed(ZENDESK, "forbidden", START), START);
        assertThat(only(health.judge(START)).what()).startsWith("Zendesk does not permit /tickets/open");

        Instant later = START.plusSeconds(5);
        health.observe(Calls.succeeded(ZENDESK, OTHER_ENDPOINT, later), later);
        assertThat(health.judge(later)).isEmpty();

        health.observe(Calls.succeeded(ZENDESK, Calls.ENDPOINT, later), later);
        assertThat(only(health.judge(later)).state()).isEqualTo(AlertRaised.State.RESOLVED);
    }

    @Test
    void resolvesAfterAQuietTime() {
        health.observe(Calls.failed(ZENDESK, "forbidden", START), START);
        health.judge(START);

        assertThat(health.judge(START.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEmpty();
        assertThat(only(health.judge(START.plus(Duration.ofMinutes(15)))).state())
                .isEqualTo(AlertRaised.State.RESOLVED);
    }

    @Test
    void anotherFailureIsNoRefusal() {
        health.observe(Calls.failed(ZENDESK, "unavailable", START), START);

        assertThat(health.judge(START)).isEmpty();
    }

    private static List<AlertRaised> auth(List<AlertRaised> alerts) {
        return alerts.stream()
                .filter(alert -> alert.rule().equals("auth-failure"))
                .toList();
    }

    private static AlertRaised only(List<AlertRaised> alerts) {
        assertThat(auth(alerts)).hasSize(1);
        return auth(alerts).getFirst();
    }
}
