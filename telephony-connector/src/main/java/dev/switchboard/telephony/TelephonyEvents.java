package dev.switchboard.telephony;

import dev.switchboard.events.Event;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.messaging.EventProcessing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the commands from Kafka. */
@ApplicationScoped
class TelephonyEvents {
    private final EventProcessing processing;
    private final Outbound outbound;

    TelephonyEvents(EventProcessing processing, IntegratedSystems systems, TelephonySettings settings, Clock clock) {
        this.processing = processing;
        this.outbound = new Outbound(
                new Senders(systems::all, IntegrationCards.load()),
                new Notices(settings.templates(), clock),
                settings.expiry());
    }

    @Incoming("work")
    @RunOnVirtualThread
    void on(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, outbound);
    }

    @Incoming("retries")
    @RunOnVirtualThread
    void again(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, outbound);
    }
}
