package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventMessage;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.runtime.call.CallLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The call log on {@code integration.logs}. The call does not wait for it; while Kafka is away records are counted and dropped: the
 * call matters more.
 */
@ApplicationScoped
class KafkaCallLog implements CallLog {
    private final MutinyEmitter<Event> emitter;
    private final MeterRegistry meters;
    private final URI source;
    private final Clock clock;

    KafkaCallLog(
            @Channel("integration-logs") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<Event> emitter,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.emitter = emitter;
        this.meters = meters;
        this.source = URI.create("/switchboard/" + service);
        this.clock = clock;
    }

    @Override
    public void told(CallLogged call) {
        Thread.ofVirtual().name("call-log").start(Context.current().wrap(() -> send(call)));
    }

    private void send(CallLogged call) {
        emitter.sendMessage(EventMessage.of(call, Topics.LOGS, source, clock.instant()))
                .subscribe()
                .with(
                        written -> {},
                        lost -> meters.counter("switchboard.integration.log-records-lost")
                                .increment());
    }
}
