package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import java.time.Duration;

/**
 * Calls fail: more than the limit's share of them. Every failure counts except {@code rate-limited}, which has a rule of its
 * own; {@code invalid} counts too, because a field that the vendor renamed fails every ticket in silence otherwise.
 */
record ErrorRateRule(double limitPercent, int minimumCalls, Duration window) implements Rule {
    @Override
    public String name() {
        return "error-rate";
    }

    @Override
    public Severity severity() {
        return Severity.ALERT;
    }

    @Override
    public Finding judge(Measured measured, boolean firing) {
        Totals totals = measured.totals();
        boolean enough = totals.calls() > 0 && (firing || totals.calls() >= minimumCalls);
        double percent = totals.calls() == 0 ? 0 : totals.errors() * 100.0 / totals.calls();
        return new Finding(
                enough && percent > limitPercent,
                totals.calls() == 0
                        ? "No calls in " + Phrase.last(window) + ", so none failed."
                        : totals.errors() + " of " + Phrase.count(totals.calls(), "call") + " failed ("
                                + Phrase.percent(percent) + ") over " + Phrase.last(window)
                                + "; the limit is " + Phrase.percent(limitPercent) + ".",
                "Look at the failure of the latest calls to "
                        + measured.system().name()
                        + " in the call log: unavailable is the vendor or the network, invalid is a changed or missing field,"
                        + " malformed is an answer of a new shape.");
    }
}
