package dev.switchboard.monitor.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.AlertRaised.Severity;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.events.monitoring.StatusReported.State;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.Configs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntegrationHealthTest {
    private static final String ZENDESK = "zendesk";
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final Rulebook rulebook = new Rulebook(Configs.defaults(), IntegrationCards.load());
    private final IntegrationHealth health = IntegrationHealth.unheard(ZENDESK, rulebook, START);
    private Instant now = START;

    @Test
    void staysQuietWhileP95IsAtTheLimit() {
        calls(20, 500);

        assertThat(judge()).isEmpty();
        assertThat(health.state(now)).isEqualTo(State.UP);
    }

    @Test
    void warnsOnceWhenP95IsOneMillisecondAboveTheLimit() {
        calls(20, 501);

        AlertRaised alert = onlyOne(judge());

        assertThat(alert.rule()).isEqualTo("latency");
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.since()).isEqualTo(now);
        assertThat(alert.what())
                .isEqualTo("p95 latency is 501 ms over the last 5 minutes (20 calls); the limit is 500 ms.");
        assertThat(judge()).isEmpty();
        assertThat(health.state(now)).isEqualTo(State.DEGRADED);
    }

    @Test
    void oneSlowCallOfTwentyIsNotThe95thPercentile() {
        calls(19, 100);
        calls(1, 5_000);

        assertThat(judge()).isEmpty();
        assertThat(health.status(now).p95Ms()).isEqualTo(100);
    }

    @Test
    void twoSlowCallsOfTwentyAreThe95thPercentile() {
        calls(18, 100);
        calls(2, 700);

        assertThat(onlyOne(judge()).rule()).isEqualTo("latency");
    }

    @Test
    void warnsAtOnceWhenLessThanATenthOfTheDayIsLeft() {
        health.observe(Calls.leaving(ZENDESK, 10, now), now);
        assertThat(judge()).isEmpty();

        IntegrationHealth.Observed low = health.observe(Calls.leaving(ZENDESK, 9, now), now);

        assertThat(low.urgent()).isTrue();
        AlertRaised alert = onlyOne(judge());
        assertThat(alert.rule()).isEqualTo("rate-limit");
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
        assertThat(alert.what())
                .isEqualTo("Zendesk says that 9 % of the account's quota is left for now; below 10 % customers are"
                        + " greeted without what is known of their cases.");
        assertThat(health.observe(Calls.leaving(ZENDESK, 8, now), now).urgent()).isFalse();
        assertThat(judge()).isEmpty();
    }

    @Test
    void endsTheWarningWhenTheNextDayBegins() {
        health.observe(Calls.leaving(ZENDESK, 0, now), now);
        judge();

        later(Duration.ofHours(3));
        assertThat(health.observe(Calls.leaving(ZENDESK, 99, now), now).urgent())
                .isTrue();

        assertThat(onlyOne(judge()).state()).isEqualTo(AlertRaised.State.RESOLVED);
    }

    @Test
    void endsTheWarningWhenNobodyHasHeardOfTheQuotaForADay() {
        health.observe(Calls.leaving(ZENDESK, 3, now), now);
        judge();

        later(Duration.ofDays(1));

        assertThat(onlyOne(judge()).state()).isEqualTo(AlertRaised.State.RESOLVED);
    }

    @Test
    void takesACallHeldBackForNoHitAndForNoError() {
        for (int call = 0; call < 20; call++) {
            health.observe(Calls.heldBack(ZENDESK, 50, now), now);
        }

        assertThat(judge()).isEmpty();
        assertThat(health.status(now))
                .returns(0L, StatusReported::rateLimitHits)
                .returns(0L, StatusReported::errors);
    }

    @Test
    void fewCallsDoNotCount() {
        calls(4, 5_000);

        assertThat(judge()).isEmpty();
    }

    @Test
    void staysQuietAtExactlyOnePercentErrors() {
        calls(99, 20);
        fails(1, "unavailable");

        assertThat(judge()).isEmpty();
    }

    @Test
    void alertsWhenMoreThanOnePercentFail() {
        calls(98, 20);
        fails(2, "unavailable");

        AlertRaised alert = onlyOne(judge());

        assertThat(alert.key()).isEqualTo("zendesk/error-rate");
        assertThat(alert.severity()).isEqualTo(Severity.ALERT);
        assertThat(alert.what()).isEqualTo("2 of 100 calls failed (2 %) over the last 5 minutes; the limit is 1 %.");
        assertThat(health.state(now)).isEqualTo(State.DOWN);
    }

    @Test
    void resolvesWithoutNewCallsOnceTheWindowHasSlid() {
        fails(10, "unavailable");
        Instant since = onlyOne(judge()).since();

        later(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(judge()).isEmpty();
        later(Duration.ofSeconds(11));
        AlertRaised resolved = onlyOne(judge());

        assertThat(resolved.state()).isEqualTo(AlertRaised.State.RESOLVED);
        assertThat(resolved.since()).isEqualTo(since);
        assertThat(resolved.resolvedAt()).isEqualTo(now);
        assertThat(judge()).isEmpty();
    }

    @Test
    void keepsFiringWhileTheFewCallsLeftStillFail() {
        fails(10, "unavailable");
        judge();
        later(Duration.ofMinutes(4));
        fails(1, "unavailable");

        later(Duration.ofMinutes(2));

        assertThat(judge()).isEmpty();
        assertThat(health.status(now).calls()).isEqualTo(1);
    }

    @Test
    void pingsCountNeitherForLatencyNorForErrors() {
        for (int i = 0; i < 30; i++) {
            health.observe(Calls.failedAt(ZENDESK, CallLogged.PING, "unavailable", now), now);
            health.observe(Calls.succeeded(ZENDESK, CallLogged.PING, now), now);
        }

        assertThat(judge()).isEmpty();
        assertThat(health.status(now).calls()).isZero();
        assertThat(health.status(now).lastCall()).isNull();
    }

    @Test
    void rateLimitedCallsAreNoErrors() {
        calls(5, 20);
        fails(10, "rate-limited");

        assertThat(judge()).isEmpty();
        assertThat(health.status(now).errors()).isZero();
        assertThat(health.status(now).rateLimitHits()).isEqualTo(10);
    }

    @Test
    void warnsAtTheEleventhRateLimitHitWithinAnHour() {
        fails(10, "rate-limited");
        assertThat(judge()).isEmpty();

        later(Duration.ofMinutes(59));
        fails(1, "rate-limited");
        AlertRaised alert = onlyOne(judge());

        assertThat(alert.rule()).isEqualTo("rate-limit");
        assertThat(alert.check()).contains("the vendor's limit of 200 requests in 1 minute");
        later(Duration.ofMinutes(2));
        assertThat(onlyOne(judge()).state()).isEqualTo(AlertRaised.State.RESOLVED);
    }

    @Test
    void alertsAtTheThirdFailedPingInARowAndResolvesAtTheFirstAnswer() {
        ping("unavailable");
        ping("unavailable");
        assertThat(judge()).isEmpty();
        ping(null);
        ping("unavailable");
        ping("unavailable");
        assertThat(judge()).isEmpty();

        assertThat(ping("unavailable").urgent()).isTrue();
        AlertRaised alert = onlyOne(judge());
        assertThat(alert.rule()).isEqualTo("ping");
        assertThat(alert.what()).isEqualTo("3 health pings of Zendesk failed in a row; the limit is 3.");

        ping(null);
        assertThat(onlyOne(judge()).what()).isEqualTo("Zendesk answers its health ping.");
    }

    @Test
    void aRateLimitedPingIsAnAnswer() {
        ping("unavailable");
        ping("unavailable");
        ping("rate-limited");

        assertThat(health.status(now).failedPings()).isZero();
    }

    @Test
    void silenceIsUnknownAndNeverUp() {
        calls(1, 20);
        judge();

        later(Duration.ofMinutes(10).minusMillis(1));
        assertThat(health.state(now)).isEqualTo(State.UP);
        later(Duration.ofMillis(1));
        assertThat(health.state(now)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void toleratesAbsurdTimesAndDurations() {
        health.observe(Calls.took(ZENDESK, Instant.MAX, Long.MAX_VALUE), now);
        health.observe(Calls.took(ZENDESK, Instant.MIN, Long.MIN_VALUE), now);

        assertThat(judge()).isEmpty();
        assertThat(health.status(now).calls()).isEqualTo(1);
        assertThat(health.status(now).lastCall()).isEqualTo(now);
    }

    @Test
    void endsItsAlertsWhenTheIntegrationIsForgotten() {
        ping("unavailable");
        ping("unavailable");
        ping("unavailable");
        judge();

        later(Duration.ofDays(1));

        assertThat(health.forgotten(now)).isTrue();
        assertThat(onlyOne(health.farewell(now)).state()).isEqualTo(AlertRaised.State.RESOLVED);
    }

    private void calls(int number, long durationMs) {
        for (int i = 0; i < number; i++) {
            health.observe(Calls.took(ZENDESK, now.minusMillis(durationMs), durationMs), now);
        }
    }

    private void fails(int number, String failure) {
        for (int i = 0; i < number; i++) {
            health.observe(Calls.failed(ZENDESK, failure, now), now);
        }
    }

    private IntegrationHealth.Observed ping(@Nullable String failure) {
        return health.observe(
                failure == null
                        ? Calls.succeeded(ZENDESK, CallLogged.PING, now)
                        : Calls.failedAt(ZENDESK, CallLogged.PING, failure, now),
                now);
    }

    private void later(Duration time) {
        now = now.plus(time);
        health.slide(now);
    }

    private List<AlertRaised> judge() {
        return health.judge(now);
    }

    private static AlertRaised onlyOne(List<AlertRaised> alerts) {
        assertThat(alerts).hasSize(1);
        return alerts.getFirst();
    }
}
