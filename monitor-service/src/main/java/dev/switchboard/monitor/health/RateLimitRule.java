package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import java.time.Duration;

/** A system says too often that we call too often. */
record RateLimitRule(int limitHits, Duration window) implements Rule {
    @Override
    public String name() {
        return "rate-limit";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Finding judge(Measured measured, boolean firing) {
        SystemFacts system = measured.system();
        return new Finding(
                measured.rateLimitHits() > limitHits,
                system.name() + " turned down " + Phrase.count(measured.rateLimitHits(), "call")
                        + " for calling too often over " + Phrase.last(window) + "; the limit is " + limitHits
                        + ".",
                "Look for another program on the same account, or a backfill at a busy hour: " + system.limit()
                        + " counts for all of them together.");
    }
}
