package dev.switchboard.runtime.adapter;

import java.time.Duration;

/**
 * What a vendor's answer says of the account's quota.
 *
 * @param left how many more requests the account may make in the period that runs now; 0 when it is spent
 * @param of how many it may make in a whole period
 * @param per how long a period is, e.g. ten seconds or a day
 */
public record Allowance(long left, long of, Duration per) {
    public Allowance {
        if (left < 0 || of < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("Not an allowance: " + left + " of " + of + " per " + per);
        }
    }
}
