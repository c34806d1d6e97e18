package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZohoFailuresTest {
    private static final String INVALID = "{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"Email\","
            + "\"expected_data_type\":\"email\"},\"message\":\"jo@private.example is bad\",\"status\":\"error\"}";

    @Test
    void namesTheFieldAndNothingElse() {
        assertThat(read(400, INVALID)).isEqualTo(new Failure.Invalid(400, "Email", "INVALID_DATA"));
        assertThat(read(400, "{\"data\":[" + INVALID + "]}"))
                .isEqualTo(new Failure.Invalid(400, "Email", "INVALID_DATA"));
        assertThat(read(400, "{\"watch\":[" + INVALID + "]}"))
                .isEqualTo(new Failure.Invalid(400, "Email", "INVALID_DATA"));
        assertThat(read(400, "{\"code\":\"call Jo\",\"details\":{\"api_name\":\"jo@private.example\"}}"))
                .isEqualTo(new Failure.Invalid(400, null, null));
        assertThat(read(404, "{\"code\":\"INVALID_URL_PATTERN\"}"))
                .isEqualTo(new Failure.Invalid(404, null, "INVALID_URL_PATTERN"));
    }

    @Test
    void tellsAnExpiredTokenFromOneThatLacksAScope() {
        assertThat(read(401, "{\"code\":\"INVALID_TOKEN\"}")).isEqualTo(new Failure.AuthExpired(401));
        assertThat(read(401, "{\"code\":\"OAUTH_SCOPE_MISMATCH\"}"))
                .isEqualTo(new Failure.Forbidden(401, "OAUTH_SCOPE_MISMATCH"));
        assertThat(read(403, "{\"code\":\"NO_PERMISSION\"}")).isEqualTo(new Failure.Forbidden(403, "NO_PERMISSION"));
    }

    @Test
    void tellsTooManyTokensFromCredentialsThatAreWrong() {
        assertThat(read(400, "{\"error\":\"Access Denied\",\"status\":\"failure\"}"))
                .isEqualTo(new Failure.RateLimited(400, null));
        assertThat(read(400, "{\"error\":\"access_denied\"}")).isEqualTo(new Failure.AuthExpired(400));
        assertThat(read(500, "{\"error\":\"oops\"}")).isEqualTo(new Failure.Unavailable(500, true, null));
    }

    @Test
    void waitsAsLongAsZohoSays() {
        assertThat(limited(Map.of())).isEqualTo(new Failure.RateLimited(429, null));
        assertThat(limited(Map.of("X-RATELIMIT-RESET", "1795428030000")))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(30)));
        assertThat(limited(Map.of("Retry-After", "7"))).isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(7)));
        assertThat(limited(Map.of("X-API-CREDITS-REMAINING", "0")))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofHours(1)));
        assertThat(limited(Map.of("X-RATELIMIT-RESET", "soon"))).isEqualTo(new Failure.RateLimited(429, null));
    }

    @Test
    void triesALockedRecordAgain() {
        assertThat(read(409, "{\"code\":\"RECORD_LOCKED\"}"))
                .isEqualTo(new Failure.Unavailable(409, false, Duration.ofSeconds(2)));
        assertThat(ZohoFailures.refused(200, "RECORD_LOCKED", null))
                .isEqualTo(new Failure.Unavailable(200, false, Duration.ofSeconds(2)));
    }

    @Test
    void readsTheCreditsThatAreLeft() {
        assertThat(allowed("2500")).contains(new Allowance(2_500, 50_000, Duration.ofDays(1)));
        assertThat(allowed("60000")).contains(new Allowance(60_000, 120_000, Duration.ofDays(1)));
    }

    @Test
    void takesTheSilenceOfAGoodAnswerForPlenty() {
        ZohoAllowance allowance = new ZohoAllowance();
        assertThat(allowance.allowanceIn(new VendorAnswer(204, Map.of(), "")))
                .contains(new Allowance(25_000, 50_000, Duration.ofDays(1)));
        assertThat(allowance.allowanceIn(new VendorAnswer(429, Map.of(), ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "99999999999999999999"})
    void readsNothingFromWhatIsNoNumber(String left) {
        assertThat(allowed(left)).isEmpty();
    }

    private static Optional<Allowance> allowed(String left) {
        return new ZohoAllowance().allowanceIn(new VendorAnswer(200, Map.of("x-api-credits-remaining", left), ""));
    }

    private static Failure limited(Map<String, String> headers) {
        return new ZohoFailures()
                .read(
                        new VendorAnswer(429, headers, "{\"code\":\"TOO_MANY_REQUESTS\"}"),
                        Instant.ofEpochMilli(1_795_428_000_000L));
    }

    private static Failure read(int status, String body) {
        return new ZohoFailures().read(new VendorAnswer(status, Map.of(), body), Instant.EPOCH);
    }
}
