package dev.switchboard.ticketing;

import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.EventProcessing;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Conversations as they come from Kafka. */
@ApplicationScoped
class TicketingEvents {
    private final EventProcessing processing;
    private final ConversationTickets tickets;
    private final TicketQuestions questions;

    TicketingEvents(EventProcessing processing, ConversationTickets tickets, TicketQuestions questions) {
        this.processing = processing;
        this.tickets = tickets;
        this.questions = questions;
    }

    @Incoming("calls")
    @RunOnVirtualThread
    void call(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::on);
    }

    @Incoming("chats")
    @RunOnVirtualThread
    void chat(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::on);
    }

    @Incoming("calls-retry")
    @RunOnVirtualThread
    void callAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::on);
    }

    @Incoming("chats-retry")
    @RunOnVirtualThread
    void chatAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::on);
    }

    private void on(Event event, Delivery delivery) {
        if (event instanceof ConversationEvent said) {
            on(said, delivery);
        }
    }

    private void on(ConversationEvent event, Delivery delivery) {
        switch (event) {
            case ConversationEvent.Started ignored -> {}
            case ConversationEvent.CustomerSpoke ignored -> {}
            case ConversationEvent.AgentReplied ignored -> {}
            case ConversationEvent.QuestionAsked asked -> questions.asked(asked);
            case ConversationEvent.Escalated escalated -> tickets.escalated(escalated, delivery.attempt());
            case ConversationEvent.Ended ended -> tickets.ended(ended);
        }
    }
}
