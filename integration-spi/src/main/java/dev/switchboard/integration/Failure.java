package dev.switchboard.integration;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a call to a system failed: a closed list, so that every caller decides about every case. */
public sealed interface Failure {
    /** The failure's name in logs, metrics and events: lower-case, hyphenated. */
    String code();

    /** The vendor's HTTP status; null when there was no answer. */
    @Nullable
    Integer httpStatus();

    /** The credentials are not, or no longer, accepted (401). Renewed once and tried again before anybody hears of it. */
    record AuthExpired(@Nullable Integer httpStatus) implements Failure {
        @Override
        public String code() {
            return "auth-expired";
        }
    }

    /** The credentials are good but may not do this (403): an administrator has to act. Never retried. */
    record Forbidden(@Nullable Integer httpStatus, @Nullable String vendorCode) implements Failure {
        @Override
        public String code() {
            return "forbidden";
        }
    }

    /** What was named does not exist. An answer, not a defect. */
    record NotFound(@Nullable Integer httpStatus) implements Failure {
        @Override
        public String code() {
            return "not-found";
        }
    }

    /**
     * The system refuses what was sent (400, 409, 422). Sending it again would be refused again.
     *
     * @param field the offending field's name as the vendor calls it; null when it does not say
     * @param vendorCode the vendor's error code; never its free text, which may repeat personal data
     */
    record Invalid(
            @Nullable Integer httpStatus,
            @Nullable String field,
            @Nullable String vendorCode) implements Failure {
        @Override
        public String code() {
            return "invalid";
        }
    }

    /**
     * Too many calls (429 and the vendor's own forms). The call was not made.
     *
     * @param retryAfter how long the vendor asks to wait; null when it does not say
     */
    record RateLimited(
            @Nullable Integer httpStatus, @Nullable Duration retryAfter) implements Failure {
        @Override
        public String code() {
            return "rate-limited";
        }
    }

    /**
     * The system did not answer as a healthy one does: 5xx, timeout, reset, circuit open.
     *
     * @param mayHaveBeenApplied whether the request may have reached the system, so that a write may have happened
     * @param retryAfter how long the vendor asks to wait; null when it does not say
     */
    record Unavailable(
            @Nullable Integer httpStatus,
            boolean mayHaveBeenApplied,
            @Nullable Duration retryAfter) implements Failure {
        @Override
        public String code() {
            return "unavailable";
        }
    }

    /** The system answered something that is not what its contract says. A write has happened. */
    record Malformed(@Nullable Integer httpStatus) implements Failure {
        @Override
        public String code() {
            return "malformed";
        }
    }
}
