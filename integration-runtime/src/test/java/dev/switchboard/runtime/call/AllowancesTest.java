package dev.switchboard.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.MovedClock;
import dev.switchboard.runtime.adapter.Allowance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MovedClock clock = new MovedClock();
    private final Quota quota = new Quota(60, MINUTE, () -> 1, clock.instant());
    private final Allowances allowances = new Allowances(quota, 10, clock);

    @Test
    void reservesNothingUntilTheVendorSpeaks() {
        assertThat(allowances.reservedFor()).isEmpty();
        assertThat(allowances.percentLeft()).isNull();
    }

    @Test
    void keepsTheLastTenthOfADay() {
        allowances.told(new Allowance(10_000, 100_000, DAY));
        assertThat(allowances.reservedFor()).isEmpty();

        allowances.told(new Allowance(9_999, 100_000, DAY));

        assertThat(allowances.reservedFor()).contains(DAY);
        assertThat(allowances.percentLeft()).isEqualTo(9);
    }

    @Test
    void keepsNothingWhereTheOperatorWantsNoReserve() {
        Allowances generous = new Allowances(quota, 0, clock);

        generous.told(new Allowance(0, 100_000, DAY));

        assertThat(generous.reservedFor()).isEmpty();
        assertThat(generous.percentLeft()).isZero();
    }

    @Test
    void goesByThePeriodThatIsNearestToItsEnd() {
        allowances.told(new Allowance(90, 100, DAY));
        allowances.told(new Allowance(2, 100, HOUR));

        assertThat(allowances.reservedFor()).contains(HOUR);
        assertThat(allowances.percentLeft()).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasSaidOfAPeriodThatIsOver() {
        allowances.told(new Allowance(90, 100, DAY));
        allowances.told(new Allowance(2, 100, HOUR));

        clock.forward(HOUR);

        assertThat(allowances.percentLeft()).isEqualTo(90);
    }

    @Test
    void slowsDownForAShortPeriodAndReservesNothingOfIt() {
        allowances.told(new Allowance(0, 60, MINUTE));

        assertThat(quota.reserve(clock.instant())).isPositive();
        assertThat(allowances.reservedFor()).isEmpty();
        assertThat(allowances.percentLeft()).isNull();
    }

    @Test
    void doesNotSlowDownForALongPeriod() {
        allowances.told(new Allowance(0, 60, DAY));

        assertThat(quota.reserve(clock.instant())).isZero();
    }
}
