package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceAllowancesTest {
    @Test
    void readsWhatIsLeftOfTheDay() {
        assertThat(read("api-usage=18/15000")).contains(new Allowance(14_982, 15_000, Duration.ofDays(1)));
        assertThat(read("per-app-api-usage=17/250(appName=sample-app); api-usage=25/5000"))
                .contains(new Allowance(4_975, 5_000, Duration.ofDays(1)));
    }

    @Test
    void nothingIsLeftOfADayThatWentOver() {
        assertThat(read("api-usage=15007/15000")).contains(new Allowance(0, 15_000, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api-usage=", "api-usage=1/0", "api-usage=99999999999999999999/5", "usage=1/2"})
    void saysNothingOfAHeaderItCannotRead(String header) {
        assertThat(read(header)).isEmpty();
    }

    @Test
    void saysNothingWithoutTheHeader() {
        assertThat(new SalesforceAllowances().allowanceIn(new VendorAnswer(200, Map.of(), "")))
                .isEmpty();
    }

    private static Optional<Allowance> read(String header) {
        return new SalesforceAllowances().allowanceIn(new VendorAnswer(200, Map.of("sforce-limit-info", header), ""));
    }
}
