package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Event;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventMessage;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes a connector's events. Returns when Kafka has them on every replica it must; throws when it has not. */
@ApplicationScoped
public class EventPublisher {
    private final MutinyEmitter<Event> emitter;
    private final URI source;
    private final Clock clock;

    EventPublisher(
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<Event> emitter,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.emitter = emitter;
        this.source = URI.create("/switchboard/" + service);
        this.clock = clock;
    }

    /** What the connector found or did. */
    public void answer(Answer answer) {
        publish(Topics.ANSWERS, answer);
    }

    /** What telephony is to do. */
    public void command(OutboundCommand command) {
        publish(Topics.OUTBOUND, command);
    }

    /** Any event on any topic. */
    public void publish(String topic, Event event) {
        emitter.sendMessageAndAwait(EventMessage.of(event, topic, source, clock.instant()));
    }

    /** The same with more headers, and without an opinion on the event: also what cannot be read can be moved. */
    void publish(String topic, String key, Event event, Headers headers) {
        Message<Event> message = EventMessage.of(event, topic, source, clock.instant());
        emitter.sendMessageAndAwait(message.addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build()));
    }
}
