package dev.switchboard.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureByStatusTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400, invalid",
        "401, auth-expired",
        "402, forbidden",
        "403, forbidden",
        "404, not-found",
        "405, invalid",
        "406, invalid",
        "408, unavailable",
        "409, invalid",
        "410, not-found",
        "412, invalid",
        "413, invalid",
        "415, invalid",
        "418, invalid",
        "422, invalid",
        "423, unavailable",
        "425, unavailable",
        "428, invalid",
        "429, rate-limited",
        "431, invalid",
        "451, forbidden",
        "500, unavailable",
        "501, unavailable",
        "502, unavailable",
        "503, unavailable",
        "504, unavailable",
        "520, unavailable",
        "599, unavailable"
    })
    void readsEveryStatus(int status, String code) {
        Failure failure = read(status, Map.of());

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"408, false", "423, false", "425, false", "500, true", "502, true", "503, true", "504, true"})
    void knowsWhetherAWriteMayHaveHappened(int status, boolean mayHaveBeenApplied) {
        assertThat(read(status, Map.of()))
                .isInstanceOfSatisfying(
                        Failure.Unavailable.class,
                        away -> assertThat(away.mayHaveBeenApplied()).isEqualTo(mayHaveBeenApplied));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "17, PT17S",
        "' 17 ', PT17S",
        "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
        "'Sun, 1 Mar 2026 12:00:30 GMT', PT30S",
        "'Sun, 01 Mar 2026 11:59:00 GMT', PT0S"
    })
    void readsHowLongToWait(String header, Duration wait) {
        assertThat(retryAfter(read(429, Map.of("retry-after", header)))).isEqualTo(wait);
        assertThat(retryAfter(read(503, Map.of("RETRY-AFTER", header)))).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1.5",
                "99999999999999999999",
                "2026-03-01T12:00:30Z",
                "Sun, 99 Mar 2026 12:00:30 GMT"
            })
    void takesRubbishForNoHint(String header) {
        assertThat(retryAfter(read(429, Map.of("Retry-After", header)))).isNull();
    }

    @Test
    void doesNotShowWhatTheVendorAnswered() {
        assertThat(new VendorAnswer(400, Map.of("Set-Cookie", "s3cret"), "sarah@example.com"))
                .hasToString("VendorAnswer[400]");
    }

    private static Failure read(int status, Map<String, String> headers) {
        return FailureReader.BY_STATUS.read(new VendorAnswer(status, headers, "{}"), NOW);
    }

    private static @Nullable Duration retryAfter(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited -> limited.retryAfter();
            case Failure.Unavailable away -> away.retryAfter();
            default -> throw new AssertionError("No wait in " + failure);
        };
    }
}
