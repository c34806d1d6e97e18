package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What HTTP itself says about a failing answer; RFC 9110. */
final class FailureByStatus {
    private FailureByStatus() {}

    static Failure of(VendorAnswer answer, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new Failure.AuthExpired(status);
            case 402, 403, 451 -> new Failure.Forbidden(status, null);
            case 404, 410 -> new Failure.NotFound(status);
            case 408, 423, 425 -> new Failure.Unavailable(status, false, retryAfter(answer, now));
            case 429 -> new Failure.RateLimited(status, retryAfter(answer, now));
            case 503 -> new Failure.Unavailable(status, true, retryAfter(answer, now));
            default ->
                status >= 500 ? new Failure.Unavailable(status, true, null) : new Failure.Invalid(status, null, null);
        };
    }

    /** {@code Retry-After} as seconds or as a date. */
    private static @Nullable Duration retryAfter(VendorAnswer answer, Instant now) {
        Optional<String> header = answer.header("Retry-After");
        if (header.isEmpty()) {
            return null;
        }
        String value = header.get().strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
