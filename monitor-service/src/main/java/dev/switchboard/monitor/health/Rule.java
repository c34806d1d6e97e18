package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import dev.switchboard.monitor.MonitorConfig;
import java.util.List;

/** When an alert fires, what it says, and what to look at first. */
sealed interface Rule permits LatencyRule, ErrorRateRule, AuthFailureRule, RateLimitRule, PingRule {
    /** Lower-case, hyphenated; the part of the alert's key after the integration. */
    String name();

    Severity severity();

    /**
     * Looks at the figures.
     *
     * @param firing whether the rule fires already: then few calls are enough to keep it firing
     */
    Finding judge(Measured measured, boolean firing);

    /** Every rule, with its thresholds. */
    static List<Rule> all(MonitorConfig config) {
        return List.of(
                new LatencyRule(config.latency().p95Limit(), config.minimumCalls(), config.window()),
                new ErrorRateRule(config.errorRate().limitPercent(), config.minimumCalls(), config.window()),
                new AuthFailureRule(config.authFailure().quietTime()),
                new RateLimitRule(
                        config.rateLimit().limitHits(),
                        config.rateLimit().window(),
                        config.rateLimit().quotaLowPercent()),
                new PingRule(config.ping().failures()));
    }

    /**
     * What a rule found.
     *
     * @param what one sentence with the measured figure and the threshold
     * @param check one sentence: what to look at first
     */
    record Finding(boolean breached, String what, String check) {}
}
