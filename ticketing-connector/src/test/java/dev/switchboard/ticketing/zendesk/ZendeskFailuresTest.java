package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskFailuresTest {
    private static final String RECORD_INVALID = """
            {"error":"RecordInvalid","description":"Record validation errors",
             "details":{"email":[{"description":"Email: jo@x.io is used","error":"DuplicateValue"}]}}""";

    @Test
    void namesTheFieldAndItsCode() {
        assertThat(read(422, RECORD_INVALID)).isEqualTo(new Failure.Invalid(422, "email", "DuplicateValue"));
    }

    @Test
    void readsTheOtherThreeShapes() {
        assertThat(read(403, "{\"error\":{\"title\":\"Forbidden\",\"message\":\"You do not have access\"}}"))
                .isEqualTo(new Failure.Forbidden(403, "Forbidden"));
        assertThat(read(422, "{\"errors\":[{\"code\":\"TooLong\",\"title\":\"x\",\"detail\":\"jo@x.io\"}]}"))
                .isEqualTo(new Failure.Invalid(422, null, "TooLong"));
        assertThat(read(401, "{\"error\":\"Couldn't authenticate you\"}")).isEqualTo(new Failure.AuthExpired(401));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sorry</html>",
                "[]",
                "null",
                "{\"error\":\"jo@x.io is not allowed\"}",
                "{\"error\":{\"title\":\"Jo Doe is blocked\"}}",
                "{\"details\":{\"jo@x.io\":[]}}"
            })
    void takesNothingFromATextThatMayRepeatWhatWasSent(String body) {
        assertThat(read(422, body)).isEqualTo(new Failure.Invalid(422, null, null));
        assertThat(read(403, body)).isEqualTo(new Failure.Forbidden(403, null));
    }

    @Test
    void tellsAMissingRecordFromAMissingEndpoint() {
        assertThat(read(404, "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"}"))
                .isEqualTo(new Failure.NotFound(404));
        assertThat(read(404, "{\"error\":\"InvalidEndpoint\",\"description\":\"Not found\"}"))
                .isEqualTo(new Failure.Forbidden(404, "InvalidEndpoint"));
    }

    @Test
    void comesBackToWhatIsBusyOrLocked() {
        assertThat(read(409, "{\"error\":\"UpdateConflict\"}")).isEqualTo(new Failure.Unavailable(409, true, null));
        assertThat(read(423, "")).isEqualTo(new Failure.Unavailable(423, false, null));
        assertThat(read(503, "", "Retry-After", "7"))
                .isEqualTo(new Failure.Unavailable(503, true, Duration.ofSeconds(7)));
    }

    @Test
    void waitsAsLongAsTheEmptyBucketNeeds() {
        assertThat(read(429, "", "Retry-After", "93")).isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(93)));
        assertThat(read(429, "", "ratelimit-remaining", "0", "ratelimit-reset", "12"))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(12)));
        assertThat(read(429, "", "ratelimit-remaining", "88", "ratelimit-reset", "12"))
                .isEqualTo(new Failure.RateLimited(429, null));
        assertThat(read(429, "", "zendesk-ratelimit-tickets-update", "total=100; remaining=0; resets=41"))
                .isEqualTo(new Failure.RateLimited(429, Duration.ofSeconds(41)));
    }

    @Test
    void saysThatAScopeIsBeyondTheClient() {
        assertThat(read(400, "{\"error\":\"invalid_scope\",\"error_description\":\"...\"}"))
                .isEqualTo(new Failure.Forbidden(400, "invalid_scope"));
    }

    private static Failure read(int status, String body, String... headers) {
        Map<String, String> named = headers.length == 4
                ? Map.of(headers[0], headers[1], headers[2], headers[3])
                : headers.length == 2 ? Map.of(headers[0], headers[1]) : Map.of();
        return new ZendeskFailures().read(new VendorAnswer(status, named, body), Instant.EPOCH);
    }
}
