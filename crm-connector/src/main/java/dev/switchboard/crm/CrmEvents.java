package dev.switchboard.crm;

import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.Event;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.EventProcessing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the CRMs do about a conversation's events. */
@ApplicationScoped
class CrmEvents {
    private final EventProcessing processing;
    private final CallerIdentification identification;
    private final ActivityLogging logging;

    CrmEvents(EventProcessing processing, CallerIdentification identification, ActivityLogging logging) {
        this.processing = processing;
        this.identification = identification;
        this.logging = logging;
    }

    @Incoming("calls")
    @RunOnVirtualThread
    void call(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::work);
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void chat(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::work);
    }

    @Incoming("calls-retry")
    @RunOnVirtualThread
    void callAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::work);
    }

    @Incoming("chats-retry")
    @RunOnVirtualThread
    void chatAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::work);
    }

    private void work(Event event, Delivery delivery) {
        if (event instanceof Started started) {
            identification.on(started);
        } else if (event instanceof Ended ended) {
            logging.on(ended);
        }
    }
}
