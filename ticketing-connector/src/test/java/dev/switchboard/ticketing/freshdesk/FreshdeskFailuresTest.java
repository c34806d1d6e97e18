package dev.switchboard.ticketing.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskFailuresTest {
    private static final String INVALID = """
            {"description":"Validation failed","errors":[
              {"field":"email","message":"jo@x.io is taken","code":"duplicate_value"},
              {"field":"priority","message":"It should be one of these values","code":"invalid_value"}]}""";

    @Test
    void namesTheFirstFieldAndItsCode() {
        assertThat(read(400, INVALID)).isEqualTo(new Failure.Invalid(400, "email", "duplicate_value"));
        assertThat(read(409, INVALID)).isEqualTo(new Failure.Invalid(409, "email", "duplicate_value"));
    }

    @Test
    void readsTheCodeOfWhatIsNoField() {
        assertThat(read(400, "{\"code\":\"invalid_json\",\"message\":\"x\"}"))
                .isEqualTo(new Failure.Invalid(400, null, "invalid_json"));
        assertThat(read(402, "{\"code\":\"account_suspended\"}"))
                .isEqualTo(new Failure.Forbidden(402, "account_suspended"));
        assertThat(read(403, "{\"code\":\"require_feature\"}"))
                .isEqualTo(new Failure.Forbidden(403, "require_feature"));
        assertThat(read(401, "{\"code\":\"invalid_credentials\"}")).isEqualTo(new Failure.AuthExpired(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sorry</html>",
                "[]",
                "null",
                "{\"code\":\"jo@x.io is blocked\"}",
                "{\"errors\":[{\"field\":\"jo@x.io\",\"code\":\"Jo Doe\"}]}"
            })
    void takesNothingFromATextThatMayRepeatWhatWasSent(String body) {
        assertThat(read(400, body)).isEqualTo(new Failure.Invalid(400, null, null));
        assertThat(read(403, body)).isEqualTo(new Failure.Forbidden(403, null));
    }

    @ParameterizedTest
    @CsvSource({"30,30", "29.4,30", "30.0,30"})
    void waitsAsLongAsFreshdeskAsksWithAndWithoutAPoint(String written, int seconds) {
        VendorAnswer answer = new VendorAnswer(429, Map.of("Retry-After", written), "");
        assertThat(new FreshdeskFailures().read(answer, Instant.EPOCH))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(seconds)));
    }

    private static Failure read(int status, String body) {
        return new FreshdeskFailures().read(new VendorAnswer(status, Map.of(), body), Instant.EPOCH);
    }
}
