package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipedriveAllowancesTest {
    private static final Map<String, String> BOTH = Map.of(
            "x-ratelimit-limit", "80",
            "x-ratelimit-remaining", "60",
            "x-daily-ratelimit-token-limit", "150000",
            "x-daily-ratelimit-token-remaining", "30000");

    @Test
    void tellsWhicheverIsNearerToItsEnd() {
        assertThat(allowance(BOTH)).contains(new Allowance(30_000, 150_000, Duration.ofDays(1)));
    }

    @Test
    void tellsTheBurstWhenTheDaysAreMissing() {
        assertThat(allowance(Map.of("x-ratelimit-limit", "80", "x-ratelimit-remaining", "60")))
                .contains(new Allowance(60, 80, Duration.ofSeconds(2)));
    }

    @Test
    void takesTheMostThatWasEverLeftForTheDaysWhereNobodyTellsThem() {
        PipedriveAllowances allowances = new PipedriveAllowances();
        assertThat(allowances.allowanceIn(daysLeft(20_000))).contains(ofDay(20_000, 30_000));
        assertThat(allowances.allowanceIn(daysLeft(150_000))).contains(ofDay(150_000, 150_000));
        assertThat(allowances.allowanceIn(daysLeft(3_000))).contains(ofDay(3_000, 150_000));
        assertThat(allowances.allowanceIn(daysLeft(0))).contains(ofDay(0, 150_000));
    }

    @Test
    void saysNothingOfWhatIsNoNumber() {
        assertThat(allowance(Map.of())).isEmpty();
        assertThat(allowance(Map.of("x-ratelimit-limit", "0", "x-ratelimit-remaining", "0")))
                .isEmpty();
        assertThat(allowance(Map.of("x-ratelimit-limit", "80", "x-ratelimit-remaining", "-1")))
                .isEmpty();
        assertThat(allowance(Map.of("x-ratelimit-limit", "many", "x-ratelimit-remaining", "1")))
                .isEmpty();
    }

    private static VendorAnswer daysLeft(long left) {
        return new VendorAnswer(200, Map.of("x-daily-ratelimit-token-remaining", String.valueOf(left)), "");
    }

    private static Allowance ofDay(long left, long of) {
        return new Allowance(left, of, Duration.ofDays(1));
    }

    private static Optional<Allowance> allowance(Map<String, String> headers) {
        return new PipedriveAllowances().allowanceIn(new VendorAnswer(200, headers, ""));
    }
}
