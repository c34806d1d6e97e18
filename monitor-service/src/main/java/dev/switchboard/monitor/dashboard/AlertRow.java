package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.monitoring.AlertRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An alert on the page.
 *
 * @param severity {@code warning}, {@code alert} or {@code immediate}
 * @param ended "resolved after 3 min", or "still firing"
 */
record AlertRow(
        String system,
        String rule,
        String severity,
        boolean firing,
        Moment since,
        String ended,
        String what,
        String check) {
    static AlertRow of(AlertRaised alert, String system, Instant now) {
        Instant resolvedAt = alert.resolvedAt();
        return new AlertRow(
                system,
                alert.rule().replace('-', ' '),
                alert.severity().name().toLowerCase(Locale.ROOT),
                resolvedAt == null,
                Moment.of(alert.since(), now),
                resolvedAt == null
                        ? "still firing"
                        : "resolved after " + Moment.span(Duration.between(alert.since(), resolvedAt)),
                alert.what(),
                alert.check());
    }
}
