package dev.switchboard.monitor.stream;

import dev.switchboard.events.Event;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.monitor.MonitorConfig;
import dev.switchboard.monitor.health.IntegrationHealth;
import dev.switchboard.monitor.health.Rulebook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Judges the integrations of one partition: what is urgent at once, everything at every tick of the wall clock, so that alerts
 * end without new calls. It also asks for their pings: the partition is the leader election.
 */
final class HealthProcessor implements Processor<String, Event, String, Event> {
    private final MonitorConfig config;
    private final Rulebook rulebook;
    private final Runnable unreadable;
    private final Map<String, IntegrationHealth> known = new HashMap<>();
    private final Map<String, StatusReported> reported = new HashMap<>();
    private final PingSchedule pings;
    private ProcessorContext<String, Event> context;
    private HealthStores stores;
    private Outlets outlets;

    @SuppressWarnings("NullAway") // Kafka Streams calls init first
    HealthProcessor(MonitorConfig config, Rulebook rulebook, Runnable unreadable) {
        this.config = config;
        this.rulebook = rulebook;
        this.unreadable = unreadable;
        this.pings = new PingSchedule(config.ping().interval());
    }

    /** Also called again when Kafka Streams goes back to the last committed state: then nothing newer may survive here. */
    @Override
    public void init(ProcessorContext<String, Event> streams) {
        context = streams;
        stores = new HealthStores(streams);
        outlets = new Outlets(streams);
        known.clear();
        known.putAll(stores.load(rulebook));
        reported.clear();
        pings.restart();
        streams.schedule(config.tick(), PunctuationType.WALL_CLOCK_TIME, _ -> tick());
    }

    @Override
    public void process(Record<String, Event> logged) {
        if (!(logged.value() instanceof CallLogged call)) {
            unreadable.run();
            return;
        }
        Instant now = now();
        IntegrationHealth health = known.computeIfAbsent(
                call.integration(), integration -> IntegrationHealth.unheard(integration, rulebook, now));
        IntegrationHealth.Observed observed = health.observe(call, now);
        stores.keepBucket(health, observed.bucket());
        if (CallLogged.PING.equals(call.endpoint())) {
            pings.heard(call.integration(), now);
        }
        if (observed.urgent() || !health.state(now).equals(reportedState(health))) {
            judge(health, now);
        }
        stores.keep(health);
    }

    private void tick() {
        Instant now = now();
        for (IntegrationHealth health : List.copyOf(known.values())) {
            if (health.forgotten(now)) {
                forget(health, now);
            } else {
                health.slide(now).forEach(start -> stores.dropBucket(health, start));
                judge(health, now);
                report(health.status(now));
                stores.keep(health);
                if (pings.due(health.integration(), now)) {
                    outlets.ping(health.integration(), now);
                }
            }
        }
    }

    private void judge(IntegrationHealth health, Instant now) {
        List<AlertRaised> alerts = health.judge(now);
        alerts.forEach(alert -> outlets.alert(alert, now));
        if (!alerts.isEmpty() || !health.state(now).equals(reportedState(health))) {
            report(health.status(now));
        }
    }

    private void report(StatusReported status) {
        StatusReported last = reported.get(status.integration());
        if (last == null || !sameFigures(last, status)) {
            outlets.status(status);
            reported.put(status.integration(), status);
        }
    }

    private void forget(IntegrationHealth health, Instant now) {
        health.farewell(now).forEach(alert -> outlets.alert(alert, now));
        outlets.forget(health.integration(), now);
        stores.forget(health);
        known.remove(health.integration());
        reported.remove(health.integration());
    }

    private StatusReported.@Nullable State reportedState(IntegrationHealth health) {
        StatusReported last = reported.get(health.integration());
        return last == null ? null : last.state();
    }

    private static boolean sameFigures(StatusReported one, StatusReported other) {
        return one.equals(new StatusReported(
                other.integration(),
                other.state(),
                one.at(),
                other.calls(),
                other.errors(),
                other.p95Ms(),
                other.rateLimitHits(),
                other.failedPings(),
                other.lastCall(),
                other.alerts()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
