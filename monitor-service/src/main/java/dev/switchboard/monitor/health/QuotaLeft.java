package dev.switchboard.monitor.health;

import java.time.Duration;
import java.time.Instant;

/**
 * The vendor's latest word on the account's quota of an hour or a day.
 *
 * @param at when the call ended that brought it
 */
record QuotaLeft(int percent, Instant at) {
    /** No quota is longer: after a day of silence the word is worth nothing. */
    private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

    boolean below(int limitPercent) {
        return percent < limitPercent;
    }

    boolean current(Instant now) {
        return at.plus(LONGEST_PERIOD).isAfter(now);
    }
}
