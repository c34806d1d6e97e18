package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.CallLogged;
import java.time.Duration;
import java.time.Instant;

/** When a call began and ended by the monitor's clock: another machine's clock may be wrong, even absurdly so. */
record Clamped(Instant began, Instant ended) {
    static final Duration LONGEST_CALL = Duration.ofHours(1);
    private static final Duration OLDEST = Duration.ofDays(7);

    static Clamped of(CallLogged call, Instant now) {
        Instant oldest = now.minus(OLDEST);
        Instant began = call.timestamp().isBefore(oldest) ? oldest : earlier(call.timestamp(), now);
        long took = Math.clamp(call.durationMs(), 0, LONGEST_CALL.toMillis());
        return new Clamped(began, earlier(began.plusMillis(took), now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
