package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubspotFailuresTest {
    @ParameterizedTest
    @CsvSource({"SECONDLY,PT1S", "TEN_SECONDLY_ROLLING,PT1S", "DAILY,PT1H"})
    void waitsAsLongAsThePolicySays(String policy, Duration wait) {
        String body = "{\"category\":\"RATE_LIMITS\",\"policyName\":\"" + policy + "\"}";
        assertThat(read(429, body)).isEqualTo(new Failure.RateLimited(429, wait));
    }

    @Test
    void leavesTheWaitOpenWhenNothingTellsIt() {
        assertThat(read(429, "<html>")).isEqualTo(new Failure.RateLimited(429, null));
    }

    @Test
    void waitsWhileTheAccountMovesOrTheRecordIsLocked() {
        VendorAnswer moving = new VendorAnswer(477, Map.of("Retry-After", "30"), "");
        assertThat(new HubspotFailures().read(moving, Instant.EPOCH))
                .isEqualTo(new Failure.Unavailable(477, false, Duration.ofSeconds(30)));
        assertThat(read(423, "")).isEqualTo(new Failure.Unavailable(423, false, Duration.ofSeconds(2)));
    }

    @Test
    void namesThePropertyAndNothingElse() {
        String body =
                "{\"category\":\"VALIDATION_ERROR\",\"message\":\"jo@private.example is bad\",\"errors\":[{\"code\":"
                        + "\"INVALID_EMAIL\",\"message\":\"jo@private.example\",\"context\":{\"propertyName\":[\"email\"]}}]}";
        assertThat(read(400, body)).isEqualTo(new Failure.Invalid(400, "email", "INVALID_EMAIL"));
        assertThat(read(400, "{\"category\":\"VALIDATION_ERROR\"}"))
                .isEqualTo(new Failure.Invalid(400, null, "VALIDATION_ERROR"));
        assertThat(read(409, "{\"category\":\"CONFLICT\",\"message\":\"Existing ID: 5\"}"))
                .isEqualTo(new Failure.Invalid(409, null, "CONFLICT"));
        assertThat(read(400, "{\"category\":\"call Jo\"}")).isEqualTo(new Failure.Invalid(400, null, null));
    }

    @Test
    void aMissingScopeIsForAnAdministrator() {
        assertThat(read(403, "{\"category\":\"MISSING_SCOPES\"}"))
                .isEqualTo(new Failure.Forbidden(403, "MISSING_SCOPES"));
    }

    @Test
    void aDeadRefreshTokenIsAboutCredentials() {
        assertThat(read(400, "{\"status\":\"BAD_REFRESH_TOKEN\"}")).isEqualTo(new Failure.AuthExpired(400));
        assertThat(read(401, "{\"category\":\"EXPIRED_AUTHENTICATION\"}")).isEqualTo(new Failure.AuthExpired(401));
    }

    private static Failure read(int status, String body) {
        return new HubspotFailures().read(new VendorAnswer(status, Map.of(), body), Instant.EPOCH);
    }
}
