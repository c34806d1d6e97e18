package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicenowFailuresTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Operation Failed                   | Data Policy Exception: The following fields are mandatory: Caller | data_policy
            Operation Failed                   | Error during insert of sys_user (jo): unique key violation        | unique_key
            Operation Failed                   | stopped for Jo Doe                                                | operation_failed
            Insufficient rights to query       | Field(s) present in the query do not have permission              | access_rule
            Exception while reading request    | Failed API level ACL Validation                                   | access_rule
            """)
    void namesWhatAnAdministratorHasToMend(String message, String detail, String name) {
        assertThat(read(403, message, detail)).isEqualTo(new Failure.Forbidden(403, name));
    }

    @Test
    void readsTheRestByItsStatus() {
        assertThat(read(400, "Invalid table incidents", "")).isEqualTo(new Failure.Invalid(400, null, "invalid_table"));
        assertThat(read(401, "User Not Authenticated", "")).isEqualTo(new Failure.AuthExpired(401));
        assertThat(read(404, "No Record found", "")).isEqualTo(new Failure.NotFound(404));
        assertThat(read(409, "", "")).isEqualTo(new Failure.Invalid(409, null, "unique_key"));
        assertThat(read(500, "Transaction cancelled", "")).isEqualTo(new Failure.Unavailable(500, true, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sorry, Jo</html>", "[]", "null", "{\"error\":\"jo@x.io\"}", "{\"error\":{}}"})
    void takesNothingFromATextThatMayRepeatWhatWasSent(String body) {
        assertThat(new ServicenowFailures().read(new VendorAnswer(403, Map.of(), body), NOW))
                .isEqualTo(new Failure.Forbidden(403, null));
    }

    @Test
    void saysThatASecondFactorIsWanted() {
        VendorAnswer answer = new VendorAnswer(401, Map.of("X-MFA_TOKEN", "invalid"), "");
        assertThat(new ServicenowFailures().read(answer, NOW)).isEqualTo(new Failure.Forbidden(401, "mfa_required"));
    }

    @Test
    void waitsUntilTheRulesHourIsOver() {
        assertThat(limited(Map.of("Retry-After", "120", "X-RateLimit-Reset", "1790000900")))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofMinutes(2)));
        assertThat(limited(Map.of("X-RateLimit-Reset", "1790000900")))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofMinutes(15)));
        assertThat(limited(Map.of("X-RateLimit-Reset", "1789999999"))).isEqualTo(new Failure.RateLimited(429, null));
        assertThat(limited(Map.of("X-RateLimit-Reset", "soon"))).isEqualTo(new Failure.RateLimited(429, null));
    }

    @Test
    void knowsTheAllowanceOnlyWhenItIsSpent() {
        ServicenowAllowances allowances = new ServicenowAllowances();
        Map<String, String> headers = Map.of("X-RateLimit-Limit", "1000");
        assertThat(allowances.allowanceIn(new VendorAnswer(429, headers, "")))
                .contains(new Allowance(0, 1_000, Duration.ofHours(1)));
        assertThat(allowances.allowanceIn(new VendorAnswer(200, headers, ""))).isEmpty();
        assertThat(allowances.allowanceIn(new VendorAnswer(429, Map.of("X-RateLimit-Limit", "many"), "")))
                .isEmpty();
    }

    private static Failure limited(Map<String, String> headers) {
        return new ServicenowFailures().read(new VendorAnswer(429, headers, ""), NOW);
    }

    private static Failure read(int status, String message, String detail) {
        String body =
                "{\"error\":{\"message\":\"" + message + "\",\"detail\":\"" + detail + "\"},\"status\":\"failure\"}";
        return new ServicenowFailures().read(new VendorAnswer(status, Map.of(), body), NOW);
    }
}
