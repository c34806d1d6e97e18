package dev.switchboard.events.kafka;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An event as SmallRye sends it: CloudEvents attributes, the key that keeps a conversation in order, and its topic. */
public final class EventMessage {
    private EventMessage() {}

    /**
     * The message to hand to an emitter.
     *
     * @param source who says it, e.g. {@code /switchboard/gateway}
     * @param time when it was said
     */
    public static Message<Event> of(Event event, String topic, URI source, Instant time) {
        return Message.of(event)
                .addMetadata(OutgoingCloudEventMetadata.builder()
                        .withId(EventId.of(event))
                        .withType(EventTypes.of(event))
                        .withSource(source)
                        .withSubject(event.key())
                        .withTimestamp(time.atZone(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .build())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withKey(event.key())
                        .build());
    }
}
