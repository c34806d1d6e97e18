package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubspotAllowancesTest {
    @Test
    void readsThePeriodThatIsNearestToItsEnd() {
        assertThat(read("95", "600000")).contains(new Allowance(95, 190, Duration.ofSeconds(10)));
        assertThat(read("190", "1000")).contains(new Allowance(1_000, 625_000, Duration.ofDays(1)));
        assertThat(read("0", "0")).map(Allowance::left).contains(0L);
    }

    @Test
    void tellsThatANewDayHasBegun() {
        assertThat(new HubspotAllowances().allowancesIn(new VendorAnswer(200, headers("150", "624999"), "")))
                .containsExactly(
                        new Allowance(150, 190, Duration.ofSeconds(10)),
                        new Allowance(624_999, 625_000, Duration.ofDays(1)));
    }

    @Test
    void appsHaveNoDay() {
        assertThat(read(Map.of(
                        "x-hubspot-ratelimit-max", "110",
                        "x-hubspot-ratelimit-remaining", "7",
                        "x-hubspot-ratelimit-interval-milliseconds", "10000")))
                .contains(new Allowance(7, 110, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "1.5", "99999999999999999999"})
    void saysNothingOfAHeaderItCannotRead(String header) {
        assertThat(read(header, header)).isEmpty();
    }

    @Test
    void saysNothingOfASearch() {
        assertThat(read(Map.of())).isEmpty();
    }

    private static Optional<Allowance> read(String remaining, String dailyRemaining) {
        return read(headers(remaining, dailyRemaining));
    }

    private static Map<String, String> headers(String remaining, String dailyRemaining) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-HubSpot-RateLimit-Max", "190");
        headers.put("X-HubSpot-RateLimit-Remaining", remaining);
        headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", "10000");
        headers.put("X-HubSpot-RateLimit-Daily", "625000");
        headers.put("X-HubSpot-RateLimit-Daily-Remaining", dailyRemaining);
        return headers;
    }

    private static Optional<Allowance> read(Map<String, String> headers) {
        return new HubspotAllowances().allowanceIn(new VendorAnswer(200, headers, ""));
    }
}
