package dev.switchboard.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts requests in fixed windows, for rate-limit headers and for limits that are really enforced. Thread-safe. */
public final class Quota {

    private final Clock clock;
    private final Duration window;
    private Instant windowStart = Instant.EPOCH;
    private int used;

    public Quota(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** Takes one and returns how many were taken in this window, this one included. */
    public synchronized int take() {
        roll();
        used++;
        return used;
    }

    public synchronized int used() {
        roll();
        return used;
    }

    /** Until the window ends, in whole seconds, at least one. */
    public synchronized Duration untilReset() {
        roll();
        long seconds =
                Duration.between(clock.instant(), windowStart.plus(window)).toSeconds();
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    private void roll() {
        Instant now = clock.instant();
        if (!now.isBefore(windowStart.plus(window))) {
            windowStart = now;
            used = 0;
        }
    }
}
