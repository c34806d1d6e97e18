package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import java.time.Duration;

/** A system says too often that we call too often, or that its quota of an hour or a day is nearly spent: that one at once. */
record RateLimitRule(int limitHits, Duration window, int quotaLowPercent) implements Rule {
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
        Integer left = measured.quotaLeft();
        if (left != null && left < quotaLowPercent) {
            return nearlySpent(system, left);
        }
        return new Finding(
                measured.rateLimitHits() > limitHits,
                system.name() + " turned down " + Phrase.count(measured.rateLimitHits(), "call")
                        + " for calling too often over " + Phrase.last(window) + "; the limit is " + limitHits
                        + ".",
                "Look for another program on the same account, or a backfill at a busy hour: " + system.limit()
                        + " counts for all of them together.");
    }

    private Finding nearlySpent(SystemFacts system, int left) {
        return new Finding(
                true,
                system.name() + " says that " + left + " % of the account's quota is left for now; below "
                        + quotaLowPercent + " % customers are greeted without what is known of their cases.",
                "Look for another program on the same account; if there is none, ask " + system.name()
                        + " for a larger quota before lookups and tickets are refused too.");
    }
}
