package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import java.time.Duration;

/** Calls are slow: their 95th percentile is above the limit. */
record LatencyRule(Duration limit, int minimumCalls, Duration window) implements Rule {
    @Override
    public String name() {
        return "latency";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Finding judge(Measured measured, boolean firing) {
        Totals totals = measured.totals();
        Long p95 = totals.p95Ms();
        boolean enough = firing || totals.calls() >= minimumCalls;
        return new Finding(
                enough && p95 != null && p95 > limit.toMillis(),
                p95 == null
                        ? "No calls in " + Phrase.last(window) + ", so nothing is slow."
                        : "p95 latency is " + p95 + " ms over " + Phrase.last(window) + " ("
                                + Phrase.count(totals.calls(), "call") + "); the limit is " + limit.toMillis() + " ms.",
                "Look at the status page of " + measured.system().name()
                        + ", then for the slowest endpoint in its call log; if only one is slow, what is asked there has grown.");
    }
}
