package dev.switchboard.runtime.call;

import dev.switchboard.runtime.adapter.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A system's allowance: a bucket refilled at the vendor's rate times this replica's share, and closed for as long as the vendor
 * says when it refuses. Callers reserve a moment to start and wait for it themselves.
 */
final class Quota {
    /** A spent allowance is looked at again after this part of its period: the vendor does not say when the period ends. */
    private static final int LOOKS_PER_PERIOD = 10;

    private final double perSecond;
    private final double burst;
    private final QuotaShare share;
    private final ReentrantLock lock = new ReentrantLock();
    private double tokens;
    private Instant filledAt;
    private Instant closedUntil = Instant.MIN;

    /** {@code requests} per {@code period} for the whole account. */
    Quota(int requests, Duration period, QuotaShare share, Instant now) {
        this.perSecond = requests * 1e9 / period.toNanos();
        this.burst = Math.max(1, requests);
        this.share = share;
        this.tokens = limit();
        this.filledAt = now;
    }

    /** How long to wait before calling; what is returned is reserved. */
    Duration reserve(Instant now) {
        lock.lock();
        try {
            refill(now);
            tokens -= 1;
            Duration untilToken = tokens >= 0 ? Duration.ZERO : seconds(-tokens / (perSecond * share.share()));
            Duration untilOpen = closedUntil.isAfter(now) ? Duration.between(now, closedUntil) : Duration.ZERO;
            return untilToken.compareTo(untilOpen) > 0 ? untilToken : untilOpen;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back what was reserved and not used. */
    void giveBack() {
        lock.lock();
        try {
            tokens = Math.min(limit(), tokens + 1);
        } finally {
            lock.unlock();
        }
    }

    /** The vendor refused and said how long. */
    void close(Instant until) {
        lock.lock();
        try {
            if (until.isAfter(closedUntil)) {
                closedUntil = until;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The vendor told what is left for the whole account: never more than our share of it goes at once. */
    void correct(Allowance told, Instant now) {
        lock.lock();
        try {
            refill(now);
            tokens = Math.min(tokens, told.left() * share.share());
            if (told.left() == 0) {
                close(now.plus(told.per().dividedBy(LOOKS_PER_PERIOD)));
                // What would have flowed in until then is not there either: one call goes first and sees.
                filledAt = closedUntil;
            }
        } finally {
            lock.unlock();
        }
    }

    private void refill(Instant now) {
        if (now.isAfter(filledAt)) {
            double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
            tokens = Math.min(limit(), tokens + seconds * perSecond * share.share());
            filledAt = now;
        }
    }

    /** One call is always allowed at once, however small the share. */
    private double limit() {
        return Math.max(1, burst * share.share());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
