package dev.switchboard.ticketing;

import dev.switchboard.events.Change;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.events.Promise;
import dev.switchboard.events.WebhookReceived;
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
    private final TicketChanges changes;
    private final FollowUps followUps;
    private final OpenPromises promises;

    TicketingEvents(
            EventProcessing processing,
            ConversationTickets tickets,
            TicketQuestions questions,
            TicketChanges changes,
            FollowUps followUps,
            OpenPromises promises) {
        this.processing = processing;
        this.tickets = tickets;
        this.questions = questions;
        this.changes = changes;
        this.followUps = followUps;
        this.promises = promises;
    }

    @Incoming("work")
    @RunOnVirtualThread
    void first(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::on);
    }

    @Incoming("retries")
    @RunOnVirtualThread
    void again(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::on);
    }

    /** Read by every replica from the beginning, and never committed. */
    @Incoming("promises")
    @RunOnVirtualThread
    void promise(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        if (event instanceof Promise promise) {
            promises.learn(promise, record.getPartition(), record.getOffset());
        } else {
            promises.passed(record.getPartition(), record.getOffset());
        }
    }

    private void on(Event event, Delivery delivery) {
        if (event instanceof ConversationEvent said) {
            on(said, delivery);
        } else if (event instanceof WebhookReceived webhook) {
            changes.received(webhook);
        } else if (event instanceof Change.TicketChanged changed) {
            followUps.changed(changed);
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
