package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipedriveFailuresTest {
    @Test
    void waitsForTheNextDayAndNotForTheHintWhenTheDaysTokensAreSpent() {
        Map<String, String> headers = Map.of("X-Daily-RateLimit-Token-Remaining", "0", "Retry-After", "2");
        assertThat(read(429, headers, "")).isEqualTo(new Failure.RateLimited(429, Duration.ofHours(1)));
    }

    @Test
    void waitsSecondsForTheBurstLimit() {
        Map<String, String> reset = Map.of("x-ratelimit-reset", "2", "x-daily-ratelimit-token-remaining", "149000");
        assertThat(read(429, reset, "")).isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(2)));
        assertThat(read(429, Map.of("Retry-After", "1", "x-ratelimit-reset", "2"), ""))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(1)));
        assertThat(read(429, Map.of("x-ratelimit-reset", "soon"), "")).isEqualTo(new Failure.RateLimited(429, null));
    }

    @Test
    void stopsForMinutesWhenItIsBanned() {
        String page = "<!DOCTYPE html><html><title>Access denied | Cloudflare</title></html>";
        assertThat(read(403, Map.of("Content-Type", "text/html; charset=UTF-8"), page))
                .isEqualTo(new Failure.RateLimited(403, Duration.ofMinutes(5)));
        assertThat(read(403, Map.of(), page)).isEqualTo(new Failure.RateLimited(403, Duration.ofMinutes(5)));
        assertThat(read(403, Map.of(), "{\"success\":false,\"error\":\"Scope and URL mismatch\"}"))
                .isEqualTo(new Failure.Forbidden(403, null));
    }

    @Test
    void takesAnEndpointThatIsGoneForOurMistakeAndNotForAnAnswer() {
        assertThat(read(410, Map.of(), "{}")).isEqualTo(new Failure.Invalid(410, null, null));
        assertThat(read(404, Map.of(), "{}")).isEqualTo(new Failure.NotFound(404));
    }

    @Test
    void namesTheCodeAndNothingElse() {
        String body = "{\"success\":false,\"error\":\"Validation failed: jo@private.example\",\"code\":"
                + "\"ERR_SCHEMA_VALIDATION_FAILED\"}";
        assertThat(read(400, Map.of(), body)).isEqualTo(new Failure.Invalid(400, null, "ERR_SCHEMA_VALIDATION_FAILED"));
        assertThat(read(400, Map.of(), "{\"code\":\"call Jo\"}")).isEqualTo(new Failure.Invalid(400, null, null));
        assertThat(read(400, Map.of(), "nonsense")).isEqualTo(new Failure.Invalid(400, null, null));
    }

    @Test
    void aDeadRefreshTokenIsAboutCredentials() {
        String body = "{\"success\":\"false\",\"message\":\"Refresh token is invalid\",\"error\":\"invalid_grant\"}";
        assertThat(read(400, Map.of(), body)).isEqualTo(new Failure.AuthExpired(400));
    }

    private static Failure read(int status, Map<String, String> headers, String body) {
        return new PipedriveFailures().read(new VendorAnswer(status, headers, body), Instant.EPOCH);
    }
}
