package dev.switchboard.gateway.journal;

import dev.switchboard.events.Event;
import dev.switchboard.gateway.GatewaySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Puts the journal together. */
@Singleton
final class JournalWiring {
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Produces
    @Singleton
    EventSender sender(
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<Event> emitter,
            @ConfigProperty(name = "mp.messaging.outgoing.events.delivery.timeout.ms") long patience) {
        return new KafkaSender(emitter, Duration.ofMillis(patience));
    }

    @Produces
    @Singleton
    Spool spool(GatewaySettings settings) {
        return Spool.open(settings.spool().directory(), settings.spool().maximumBytes());
    }

    void close(@Disposes Spool spool) {
        spool.close();
    }

    @Produces
    @Singleton
    ConversationJournal journal(EventSender kafka, Spool spool, Clock clock, MeterRegistry metrics) {
        ConversationJournal journal = new ConversationJournal(kafka, spool, clock);
        Gauge.builder("switchboard.spooled.events", journal, ConversationJournal::spooled)
                .description("Events that wait on disk because Kafka is away")
                .register(metrics);
        return journal;
    }

    @Produces
    @Singleton
    SpoolDrainer drainer(ConversationJournal journal, Spool spool, EventSender kafka, KafkaAddress address) {
        SpoolDrainer drainer = new SpoolDrainer(journal, spool, kafka, address::listens, PAUSE);
        drainer.start();
        return drainer;
    }

    void close(@Disposes SpoolDrainer drainer) {
        drainer.close();
    }
}
