package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
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

    void letter(Event event, Delivery delivery, String reason) {
        write(delivery, event.key(), event, headers(delivery, reason));
    }

    /** What cannot be read cannot be written again as an event: the place it stands at is kept instead. */
    void unreadable(Unreadable event, IncomingKafkaRecordMetadata<String, Event> record, Delivery delivery) {
        String place = record.getTopic() + "/" + record.getPartition() + "/" + record.getOffset();
        Headers headers = headers(delivery, event.reason()).add(PLACE, bytes(place));
        write(delivery, Objects.requireNonNullElse(record.getKey(), ""), event, headers);
    }

    private void write(Delivery delivery, String key, Event event, Headers headers) {
        while (true) {
            try {
                publisher.publish(Topics.deadOf(delivery.topic()), key, event, headers);
                return;
            } catch (RuntimeException notWritten) {
                LOG.errorf(
                        "Dead letter cannot be written yet key=%s: %s",
                        key, notWritten.getClass().getSimpleName());
                Patience.untilNextTry();
            }
        }
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
