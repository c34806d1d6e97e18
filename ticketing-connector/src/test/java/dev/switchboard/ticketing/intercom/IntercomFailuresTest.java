package dev.switchboard.ticketing.intercom;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomFailuresTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_399_000);
    private static final String ID = "5ba682d23d7cf92bef87bfd4";

    @ParameterizedTest
    @CsvSource({"A contact,false", "An archived contact,true"})
    void takesTheIdOfTheContactThatIsInTheWay(String who, boolean archived) {
        Failure failure = read(409, error("conflict", who + " matching those details already exists with id=" + ID));
        assertThat(IntercomFailures.inTheWay(failure)).contains(new IntercomFailures.InTheWay(ID, archived));
    }

    @Test
    void triesAgainWhatIsWrittenAtThisMoment() {
        assertThat(read(409, error("resource_conflict", "The contact of jo@x.io is being merged")))
                .isEqualTo(new Failure.Unavailable(409, false, null));
        assertThat(read(423, error("locked", ""))).isEqualTo(new Failure.Unavailable(423, false, null));
    }

    @Test
    void namesCodeAndField() {
        String body = "{\"type\":\"error.list\",\"errors\":[{\"code\":\"parameter_invalid\","
                + "\"message\":\"jo@x.io is not valid\",\"field\":\"email\"}]}";
        assertThat(read(400, body)).isEqualTo(new Failure.Invalid(400, "email", "parameter_invalid"));
        assertThat(read(422, error("data_invalid", "x"))).isEqualTo(new Failure.Invalid(422, null, "data_invalid"));
        assertThat(read(406, error("intercom_version_invalid", "x")))
                .isEqualTo(new Failure.Invalid(406, null, "intercom_version_invalid"));
    }

    @Test
    void tellsWhoHasToAct() {
        assertThat(read(401, error("token_revoked", "x"))).isEqualTo(new Failure.AuthExpired(401));
        assertThat(read(402, error("api_plan_restricted", "x")))
                .isEqualTo(new Failure.Forbidden(402, "api_plan_restricted"));
        assertThat(read(403, error("forbidden", "x"))).isEqualTo(new Failure.Forbidden(403, "forbidden"));
        assertThat(read(404, error("admin_not_found", "x")))
                .isEqualTo(new Failure.Invalid(404, null, "admin_not_found"));
        assertThat(read(404, error("ticket_not_found", "x"))).isEqualTo(new Failure.NotFound(404));
        assertThat(read(410, error("contact_merged", "x"))).isEqualTo(new Failure.NotFound(410));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sorry</html>",
                "[]",
                "null",
                "{\"errors\":[{\"code\":\"jo@x.io\",\"field\":\"+14155550100\"}]}"
            })
    void takesNothingFromATextThatMayRepeatWhatWasSent(String body) {
        assertThat(read(400, body)).isEqualTo(new Failure.Invalid(400, null, null));
        assertThat(read(403, body)).isEqualTo(new Failure.Forbidden(403, null));
        assertThat(read(409, body)).isEqualTo(new Failure.Unavailable(409, false, null));
    }

    @ParameterizedTest
    @CsvSource({"1795399007,7", "1795398999,0", "7,", "9999999999,", "soon,"})
    void waitsForTheEndOfTheWindow(String reset, Integer seconds) {
        VendorAnswer answer = new VendorAnswer(429, Map.of("X-RateLimit-Reset", reset), "");
        assertThat(new IntercomFailures().read(answer, NOW))
                .isEqualTo(new Failure.RateLimited(429, seconds == null ? null : Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"1600,1666,1600", "1700,1666,1666", ",1666,", "1,0,", "-1,1666,"})
    void readsWhatIsLeftOfTheWindow(String left, String of, Long expected) {
        VendorAnswer answer = new VendorAnswer(
                200,
                left == null
                        ? Map.of("X-RateLimit-Limit", of)
                        : Map.of("X-RateLimit-Limit", of, "X-RateLimit-Remaining", left),
                "");
        assertThat(new IntercomAllowance().allowanceIn(answer).map(Allowance::left))
                .isEqualTo(Optional.ofNullable(expected));
    }

    private static String error(String code, String message) {
        return "{\"type\":\"error.list\",\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    }

    private static Failure read(int status, String body) {
        return new IntercomFailures().read(new VendorAnswer(status, Map.of(), body), NOW);
    }
}
