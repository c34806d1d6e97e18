package dev.switchboard.commerce;

import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.Event;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.EventProcessing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Conversations as they come from Kafka. Questions are never retried, so nothing of ours waits in a retry topic. */
@ApplicationScoped
class CommerceEvents {
    private final EventProcessing processing;
    private final OrderQuestions questions;

    CommerceEvents(EventProcessing processing, OrderQuestions questions) {
        this.processing = processing;
        this.questions = questions;
    }

    @Incoming("work")
    @RunOnVirtualThread
    void first(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::on);
    }

    private void on(Event event, Delivery delivery) {
        if (event instanceof QuestionAsked asked) {
            questions.asked(asked);
        }
    }
}
