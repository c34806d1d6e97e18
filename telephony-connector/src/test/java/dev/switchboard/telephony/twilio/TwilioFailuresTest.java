package dev.switchboard.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioFailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400, 21211, To",
        "400, 21614, To",
        "400, 21610, To",
        "400, 21212, From",
        "400, 21606, From",
        "400, 21617, Body",
        "400, 21705,",
    })
    void namesTheFieldAndTheNumber(int status, int code, String field) {
        assertThat(read(status, code)).isEqualTo(new Failure.Invalid(status, field, Integer.toString(code)));
    }

    @ParameterizedTest
    @CsvSource({"400, 21608", "400, 21219", "400, 21408", "400, 21215", "403, 20008", "403, 20003"})
    void asksForAnAdministratorWhenTheAccountMayNot(int status, int code) {
        assertThat(read(status, code)).isEqualTo(new Failure.Forbidden(status, Integer.toString(code)));
    }

    @Test
    void takesACallThatIsOverForNotThere() {
        assertThat(read(400, 21220)).isInstanceOf(Failure.NotFound.class);
        assertThat(read(404, 20404)).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void waitsWhenTheQueueIsFullOrTooMuchIsAsked() {
        assertThat(read(400, 21611)).isInstanceOf(Failure.RateLimited.class);
        VendorAnswer hinted = new VendorAnswer(429, Map.of("retry-after", "3"), body(20429));
        assertThat(new TwilioFailures().read(hinted, NOW))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(3)));
    }

    @Test
    void surfacesRefusedCredentials() {
        assertThat(read(401, 20003)).isInstanceOf(Failure.AuthExpired.class);
    }

    @Test
    void readsAnAnswerThatIsNotTwilios() {
        VendorAnswer proxy = new VendorAnswer(400, Map.of(), "<html>");
        assertThat(new TwilioFailures().read(proxy, NOW)).isEqualTo(new Failure.Invalid(400, null, null));
    }

    private static Failure read(int status, int code) {
        return new TwilioFailures().read(new VendorAnswer(status, Map.of(), body(code)), NOW);
    }

    private static String body(int code) {
        return "{\"code\":" + code + ",\"message\":\"+14155550100 is wrong\",\"status\":400}";
    }
}
