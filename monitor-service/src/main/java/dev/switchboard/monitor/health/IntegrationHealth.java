package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.AlertRaised.Severity;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.CallLogged.Status;
import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.events.monitoring.StatusReported.State;
import dev.switchboard.monitor.health.Rule.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One integration as the monitor sees it: takes calls, tells alerts and state. Not thread-safe; a partition has one thread. */
public final class IntegrationHealth {
    private final String integration;
    private final Rulebook rulebook;
    private final Window window;
    private Memory memory;

    private IntegrationHealth(String integration, Rulebook rulebook, Memory memory) {
        this.integration = integration;
        this.rulebook = rulebook;
        this.window = new Window(rulebook.config().window());
        this.memory = memory;
    }

    /** An integration that was never heard of before. */
    public static IntegrationHealth unheard(String integration, Rulebook rulebook, Instant now) {
        return new IntegrationHealth(integration, rulebook, Memory.from(now));
    }

    /** An integration from the state store; its buckets follow by {@link #restore}. */
    public static IntegrationHealth remembered(String integration, Rulebook rulebook, Memory memory) {
        return new IntegrationHealth(integration, rulebook, memory);
    }

    public void restore(long bucketStart, Bucket bucket) {
        window.restore(bucketStart, bucket);
    }

    public String integration() {
        return integration;
    }

    public Memory memory() {
        return memory;
    }

    public Bucket bucket(long start) {
        return window.bucket(start);
    }

    /**
     * What a call changed.
     *
     * @param bucket the start of the bucket it changed; null when it counts in none
     * @param urgent whether to judge now rather than at the next tick
     */
    public record Observed(@Nullable Long bucket, boolean urgent) {}

    /** Takes a call into account; {@link #judge} tells what follows from it. */
    public Observed observe(CallLogged call, Instant now) {
        Clamped time = Clamped.of(call, now);
        Memory before = memory;
        memory = before.after(call, time);
        int low = rulebook.config().rateLimit().quotaLowPercent();
        boolean urgent = !memory.refusals().equals(before.refusals())
                || memory.failedPings() != before.failedPings()
                || memory.quotaBelow(low) != before.quotaBelow(low);
        if (Memory.isPing(call) || Memory.isRateLimited(call)) {
            return new Observed(null, urgent);
        }
        return new Observed(window.add(time.ended(), call.durationMs(), call.status() == Status.ERROR), urgent);
    }

    /** Applies every rule, and tells the alerts that begin or end now. */
    public List<AlertRaised> judge(Instant now) {
        var config = rulebook.config();
        memory = memory.with(
                memory.rateLimitHits().within(config.rateLimit().window(), now),
                memory.refusals().within(config.authFailure().quietTime(), now),
                now);
        var measured = new Measured(
                rulebook.facts(integration),
                window.totals(now),
                memory.rateLimitHits().count(),
                memory.quotaLeft() == null ? null : memory.quotaLeft().percent(),
                memory.failedPings(),
                memory.refusals());
        List<AlertRaised> alerts = new ArrayList<>();
        for (Rule rule : rulebook.rules()) {
            Instant since = memory.firing().get(rule.name());
            Finding finding = rule.judge(measured, since != null);
            if (finding.breached() && since == null) {
                memory = memory.fired(rule.name(), now);
                alerts.add(firing(rule, finding, now));
            } else if (!finding.breached() && since != null) {
                memory = memory.resolved(rule.name());
                alerts.add(resolved(rule, finding, since, now));
            }
        }
        return alerts;
    }

    /** Ends every alert of an integration that is no longer watched. */
    public List<AlertRaised> farewell(Instant now) {
        List<AlertRaised> alerts = new ArrayList<>();
        for (Rule rule : rulebook.rules()) {
            Instant since = memory.firing().get(rule.name());
            if (since != null) {
                var finding = new Finding(
                        false,
                        rulebook.facts(integration).name() + " has been silent for "
                                + Phrase.span(rulebook.config().forgetAfter()) + " and is no longer watched.",
                        "Nothing to do if the system was disconnected; else start its connector.");
                alerts.add(resolved(rule, finding, since, now));
            }
        }
        return alerts;
    }

    public boolean forgotten(Instant now) {
        return !memory.lastHeard().plus(rulebook.config().forgetAfter()).isAfter(now);
    }

    /** Drops what has slid out of the window, and tells the starts of the buckets dropped. */
    public List<Long> slide(Instant now) {
        return window.slide(now);
    }

    public List<Long> bucketStarts() {
        return window.starts();
    }

    /** What an operator sees at a glance; silence is never green. */
    public State state(Instant now) {
        if (!memory.lastHeard().plusMillis(rulebook.silenceMs()).isAfter(now)) {
            return State.UNKNOWN;
        }
        if (memory.firing().isEmpty()) {
            return State.UP;
        }
        return firing().stream().allMatch(rule -> rule.severity() == Severity.WARNING) ? State.DEGRADED : State.DOWN;
    }

    public StatusReported status(Instant now) {
        Totals totals = window.totals(now);
        return new StatusReported(
                integration,
                state(now),
                now,
                totals.calls(),
                totals.errors(),
                totals.p95Ms(),
                memory.rateLimitHits().count(),
                memory.failedPings(),
                memory.lastCall(),
                firing().stream().map(Rule::name).toList());
    }

    private List<Rule> firing() {
        return rulebook.rules().stream()
                .filter(rule -> memory.firing().containsKey(rule.name()))
                .toList();
    }

    private AlertRaised firing(Rule rule, Finding finding, Instant now) {
        return new AlertRaised(
                integration,
                rule.name(),
                AlertRaised.State.FIRING,
                rule.severity(),
                now,
                null,
                finding.what(),
                finding.check());
    }

    private AlertRaised resolved(Rule rule, Finding finding, Instant since, Instant now) {
        return new AlertRaised(
                integration,
                rule.name(),
                AlertRaised.State.RESOLVED,
                rule.severity(),
                since,
                now,
                finding.what(),
                finding.check());
    }
}
