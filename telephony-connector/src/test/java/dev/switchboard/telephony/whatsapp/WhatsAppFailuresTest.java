package dev.switchboard.telephony.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppFailuresTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "401, 190, auth-expired",
        "401, 0, auth-expired",
        "403, 10, forbidden",
        "403, 200, forbidden",
        "403, 299, forbidden",
        "500, 1, unavailable",
        "503, 131016, unavailable",
        "500, 131000, unavailable",
        "400, 4, rate-limited",
        "400, 80007, rate-limited",
        "429, 130429, rate-limited",
        "429, 131056, rate-limited",
        "400, 131048, forbidden",
        "403, 368, forbidden",
        "400, 131042, forbidden",
        "400, 133010, forbidden",
        "400, 131026, invalid",
        "400, 131047, invalid",
        "400, 131049, invalid",
        "400, 131009, invalid",
        "400, 100, invalid",
        "404, 132001, invalid",
    })
    void decidesByCode(int status, int code, String failure) {
        assertThat(read(status, code, Map.of()).code()).isEqualTo(failure);
    }

    @Test
    void keepsTheCodeAndNeverTheWords() {
        assertThat(read(400, 131047, Map.of())).isEqualTo(new Failure.Invalid(400, "to", "131047"));
        assertThat(read(404, 132001, Map.of())).isEqualTo(new Failure.Invalid(404, "template", "132001"));
        assertThat(read(400, 131009, Map.of())).isEqualTo(new Failure.Invalid(400, null, "131009"));
    }

    @Test
    void knowsThatAnAnswerWithACodeWasNotApplied() {
        assertThat(read(500, 131000, Map.of())).isEqualTo(new Failure.Unavailable(500, false, null));
        VendorAnswer gateway = new VendorAnswer(502, Map.of(), "<html>");
        assertThat(new WhatsAppFailures().read(gateway, NOW)).isEqualTo(new Failure.Unavailable(502, true, null));
    }

    @Test
    void waitsTheMinutesThatMetasHeaderNames() {
        String usage = "{\"1029\":[{\"type\":\"whatsapp\",\"call_count\":100,\"estimated_time_to_regain_access\":7}]}";
        assertThat(read(400, 80007, Map.of("x-business-use-case-usage", usage)))
                .isEqualTo(new Failure.RateLimited(400, Duration.ofMinutes(7)));
    }

    private static Failure read(int status, int code, Map<String, String> headers) {
        String body = "{\"error\":{\"message\":\"(#" + code + ") 14155550100\",\"code\":" + code + "}}";
        return new WhatsAppFailures().read(new VendorAnswer(status, headers, body), NOW);
    }
}
