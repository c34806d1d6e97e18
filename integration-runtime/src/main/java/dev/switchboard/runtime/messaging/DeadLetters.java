package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Topics;
import dev.switchboard.events.Unreadable;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where events end that nobody could process, with the reason and without a stack. While it cannot be written, we wait. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final String REASON = "switchboard-dead-reason";
    private static final String SERVICE = "switchboard-dead-service";
    private static final String ATTEMPT = "switchboard-dead-attempt";
    private static final String PLACE = "switchboard-dead-place";

    private final EventPublisher publisher;
    private final String service;

    DeadLetters(EventPublisher publisher, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.publisher = publisher;
        this.service = service;
    }

    void letter(Event event, IncomingKafkaRecordMetadata<String, Event> record, Delivery delivery, String reason) {
        write(event.key(), event, record, delivery, reason);
    }

    /** The event holds the bytes of what could not be read. */
    void unreadable(Unreadable event, IncomingKafkaRecordMetadata<String, Event> record, Delivery delivery) {
        write(Objects.requireNonNullElse(record.getKey(), ""), event, record, delivery, event.reason());
    }

    private void write(
            String key,
            Event event,
            IncomingKafkaRecordMetadata<String, Event> record,
            Delivery delivery,
            String reason) {
        Headers headers = headers(delivery, reason).add(PLACE, bytes(place(record)));
        Event content = event;
        while (true) {
            try {
                publisher.publish(Topics.deadOf(delivery.topic()), key, content, headers);
                return;
            } catch (RuntimeException notWritten) {
                if (EventPublisher.tooLarge(notWritten) && content.equals(event)) {
                    content = pointer(event, record);
                    continue;
                }
                LOG.errorf(
                        "Dead letter cannot be written yet key=%s: %s",
                        key, notWritten.getClass().getSimpleName());
                Patience.untilNextTry();
            }
        }
    }

    /** In place of an event that grew too large for a letter: where it stands, for as long as that topic keeps it. */
    private static Unreadable pointer(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        String type = event instanceof Unreadable unreadable ? unreadable.type() : EventTypes.of(event);
        return new Unreadable(type, "Too large for a dead letter: the record stands at " + place(record) + ".", "");
    }

    /** Topic, partition and offset. */
    private static String place(IncomingKafkaRecordMetadata<String, Event> record) {
        return record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset();
    }

    private Headers headers(Delivery delivery, String reason) {
        return new RecordHeaders()
                .add(SERVICE, bytes(service))
                .add(REASON, bytes(reason))
                .add(ATTEMPT, bytes(Integer.toString(delivery.attempt())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
