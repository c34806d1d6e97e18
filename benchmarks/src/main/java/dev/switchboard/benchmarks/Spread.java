package dev.switchboard.benchmarks;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Durations in order, for their percentiles. They may be negative: differences are. */
record Spread(List<Duration> sorted) {
    Spread {
        sorted = sorted.stream().sorted().toList();
    }

    static Spread of(Collection<Duration> durations) {
        return new Spread(List.copyOf(durations));
    }

    double median() {
        return at(50);
    }

    /** NaN when nothing was measured. */
    double at(double percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return milliseconds(sorted.get(Math.max(rank, 1) - 1));
    }

    double worst() {
        return at(100);
    }

    static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
