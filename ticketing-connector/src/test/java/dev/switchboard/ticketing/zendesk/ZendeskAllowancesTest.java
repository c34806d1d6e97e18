package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskAllowancesTest {
    @Test
    void readsTheAccountsMinute() {
        assertThat(read(Map.of("ratelimit-limit", "700", "ratelimit-remaining", "20", "ratelimit-reset", "12")))
                .contains(new Allowance(20, 700, Duration.ofMinutes(1)));
    }

    @Test
    void readsTheOlderHeadersWhereTheOthersAreMissing() {
        assertThat(read(Map.of("X-Rate-Limit", "200", "X-Rate-Limit-Remaining", "0")))
                .contains(new Allowance(0, 200, Duration.ofMinutes(1)));
    }

    @Test
    void takesAnEndpointsBucketForNobodyElses() {
        assertThat(read(Map.of("zendesk-ratelimit-tickets-update", "total=100; remaining=0; resets=41")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "many", "0x10", "99999999999999"})
    void saysNothingOfAHeaderItCannotRead(String number) {
        assertThat(read(Map.of("ratelimit-limit", number, "ratelimit-remaining", number)))
                .isEmpty();
    }

    private static Optional<Allowance> read(Map<String, String> headers) {
        return new ZendeskAllowances().allowanceIn(new VendorAnswer(200, headers, ""));
    }
}
