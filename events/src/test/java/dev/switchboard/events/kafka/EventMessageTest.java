package dev.switchboard.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.ExampleEvents;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventMessageTest {
    private static final URI SOURCE = URI.create("/switchboard/gateway");
    private static final Instant TIME = Instant.parse("2026-03-01T09:15:30Z");

    static List<Event> events() {
        return ExampleEvents.whole();
    }

    @ParameterizedTest
    @MethodSource("events")
    void carriesTheAttributesOfACloudEvent(Event event) {
        OutgoingCloudEventMetadata<?> attributes = EventMessage.of(event, "calls", SOURCE, TIME)
                .getMetadata(OutgoingCloudEventMetadata.class)
                .orElseThrow();

        assertThat(attributes.getId()).isEqualTo(EventId.of(event));
        assertThat(attributes.getType()).isEqualTo(EventTypes.of(event));
        assertThat(attributes.getSource()).isEqualTo(SOURCE);
        assertThat(attributes.getSubject()).contains(event.key());
        assertThat(attributes.getTimeStamp()).contains(TIME.atZone(ZoneOffset.UTC));
        assertThat(attributes.getDataContentType()).contains("application/json");
        assertThat(attributes.getSpecVersion()).isEqualTo("1.0");
    }

    @ParameterizedTest
    @MethodSource("events")
    void goesToItsTopicUnderItsKey(Event event) {
        Message<Event> message = EventMessage.of(event, "calls", SOURCE, TIME);
        OutgoingKafkaRecordMetadata<?> record =
                message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();

        assertThat(message.getPayload()).isSameAs(event);
        assertThat(record.getTopic()).isEqualTo("calls");
        assertThat(record.getKey()).isEqualTo(event.key());
    }
}
