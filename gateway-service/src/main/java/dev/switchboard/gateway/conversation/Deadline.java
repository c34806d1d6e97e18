package dev.switchboard.gateway.conversation;

import java.time.Duration;

/** A moment until which somebody is ready to wait, on the clock that never jumps. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** What is left, and no more than {@code time}. */
    Duration atMost(Duration time) {
        Duration left = left();
        return left.compareTo(time) < 0 ? left : time;
    }
}
