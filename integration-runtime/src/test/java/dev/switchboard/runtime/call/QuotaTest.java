package dev.switchboard.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.MovedClock;
import dev.switchboard.runtime.adapter.Allowance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovedClock clock = new MovedClock();
    private double share = 1;

    @Test
    void letsAsManyCallsGoAtOnceAsTheVendorAllows() {
        Quota quota = quota(60);

        assertThat(freeCalls(quota)).isEqualTo(60);
    }

    @Test
    void spacesTheNextCallsAtTheVendorsRate() {
        Quota quota = emptied(60);

        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(1));
        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(2));
        assertThat(quota.reserve(clock.forward(Duration.ofSeconds(2)))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void refillsWithTimeAndNoFurtherThanTheLimit() {
        Quota quota = emptied(60);

        clock.forward(Duration.ofSeconds(10));
        assertThat(freeCalls(quota)).isEqualTo(10);

        clock.forward(Duration.ofDays(1));
        assertThat(freeCalls(quota)).isEqualTo(60);
    }

    @Test
    void takesOnlyItsShareOfTheAccount() {
        share = 0.25;
        Quota quota = quota(60);

        assertThat(freeCalls(quota)).isEqualTo(15);
        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void slowsDownWhenAnotherReplicaTakesPartitions() {
        Quota quota = emptied(60);

        share = 0.5;

        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void makesNobodyWaitForeverForASmallShare() {
        share = 0.01;
        Quota quota = quota(10);

        clock.forward(Duration.ofMinutes(10));

        assertThat(quota.reserve(clock.instant())).isZero();
    }

    @Test
    void staysClosedAsLongAsTheVendorSays() {
        Quota quota = quota(60);

        quota.close(clock.instant().plusSeconds(30));

        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(30));
        assertThat(quota.reserve(clock.forward(Duration.ofSeconds(20)))).isEqualTo(Duration.ofSeconds(10));
        assertThat(quota.reserve(clock.forward(Duration.ofSeconds(10)))).isZero();
    }

    @Test
    void isNotOpenedEarlierByAShorterRefusal() {
        Quota quota = quota(60);

        quota.close(clock.instant().plusSeconds(30));
        quota.close(clock.instant().plusSeconds(5));

        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void givesTheNextCallWhatWasNotUsed() {
        Quota quota = emptied(60);
        Duration wait = quota.reserve(clock.instant());

        quota.giveBack();

        assertThat(quota.reserve(clock.instant())).isEqualTo(wait);
    }

    @Test
    void neverHoldsMoreThanTheLimit() {
        Quota quota = quota(60);

        quota.giveBack();

        assertThat(freeCalls(quota)).isEqualTo(60);
    }

    @Test
    void doesNotRunBackwardsWithTheClock() {
        Quota quota = emptied(60);

        clock.forward(Duration.ofHours(-1));

        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void letsNoMoreGoThanTheVendorSaysIsLeft() {
        Quota quota = quota(60);

        quota.correct(new Allowance(5, 60, MINUTE), clock.instant());

        assertThat(freeCalls(quota)).isEqualTo(5);
        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesOnlyItsShareOfWhatIsLeft() {
        share = 0.25;
        Quota quota = quota(60);

        quota.correct(new Allowance(40, 60, MINUTE), clock.instant());

        assertThat(freeCalls(quota)).isEqualTo(10);
    }

    @Test
    void isNotTemptedByALargerAllowance() {
        Quota quota = quota(60);

        quota.correct(new Allowance(700, 700, MINUTE), clock.instant());

        assertThat(freeCalls(quota)).isEqualTo(60);
    }

    @Test
    void looksAgainWithOneCallAfterATenthOfASpentPeriod() {
        Quota quota = quota(60);

        quota.correct(new Allowance(0, 60, MINUTE), clock.instant());

        assertThat(quota.reserve(clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
        clock.forward(Duration.ofSeconds(7));
        assertThat(quota.reserve(clock.instant())).isEqualTo(Duration.ofSeconds(1));
    }

    private Quota quota(int perMinute) {
        return new Quota(perMinute, MINUTE, () -> share, clock.instant());
    }

    private Quota emptied(int perMinute) {
        Quota quota = quota(perMinute);
        for (int i = 0; i < perMinute; i++) {
            quota.reserve(clock.instant());
        }
        return quota;
    }

    /** How many may go at once; what did not go is given back. */
    private int freeCalls(Quota quota) {
        int calls = 0;
        while (quota.reserve(clock.instant()).isZero()) {
            calls++;
        }
        quota.giveBack();
        return calls;
    }
}
