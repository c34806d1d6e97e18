package dev.switchboard.ticketing.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskAllowancesTest {
    @ParameterizedTest
    @CsvSource({"200,13", "200.0,13.0", "200,13.9"})
    void readsTheAccountsMinuteWithAndWithoutAPoint(String total, String remaining) {
        assertThat(read(total, remaining)).contains(new Allowance(13, 200, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "1e3", "99999999999"})
    void saysNothingOfAHeaderItCannotRead(String number) {
        assertThat(read(number, "5")).isEmpty();
        assertThat(read("200", number)).isEmpty();
    }

    @Test
    void saysNothingWithoutTheHeaders() {
        assertThat(new FreshdeskAllowances().allowanceIn(new VendorAnswer(200, Map.of(), "")))
                .isEmpty();
    }

    private static Optional<Allowance> read(String total, String remaining) {
        return new FreshdeskAllowances()
                .allowanceIn(new VendorAnswer(
                        200, Map.of("X-RateLimit-Total", total, "x-ratelimit-remaining", remaining), ""));
    }
}
