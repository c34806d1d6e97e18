package dev.switchboard.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.ExampleEvents;
import dev.switchboard.events.Unreadable;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventDeserializerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STARTED = "conversation.started.v1";

    private final EventSerializer serializer = new EventSerializer();
    private final EventDeserializer deserializer = new EventDeserializer();

    static Stream<Event> events() {
        return Stream.concat(ExampleEvents.whole().stream(), ExampleEvents.bare().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsBackWhatTheSerializerWrote(Event event) {
        byte @Nullable [] value = serializer.serialize("calls", event);

        assertThat(deserializer.deserialize("calls", typed(EventTypes.of(event)), value))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void takesAnEventWithoutWhatItNeedsForUnreadable(Event event) throws IOException {
        for (String name : neededBy(event)) {
            ObjectNode absent = tree(event);
            absent.remove(name);
            ObjectNode empty = tree(event);
            empty.putNull(name);

            for (ObjectNode cut : List.of(absent, empty)) {
                assertThat(read(EventTypes.of(event), JSON.writeValueAsString(cut)))
                        .as(name)
                        .isInstanceOf(Unreadable.class)
                        .isNotEqualTo(event);
            }
        }
    }

    @Test
    void keepsTheBytesOfRubbish() {
        byte[] rubbish = {(byte) 0xff, 0, 1, '{'};

        Event event = deserializer.deserialize("calls", typed(STARTED), rubbish);

        assertThat(event).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.type()).isEqualTo(STARTED);
            assertThat(unreadable.fromNewerRelease()).isFalse();
            assertThat(Base64.getDecoder().decode(unreadable.value())).isEqualTo(rubbish);
        });
    }

    @Test
    void doesNotRepeatTheContentInItsReason() {
        Event event = read(STARTED, "{\"conversation\":\"sarah@example.com\",\"at\":\"sarah@example.com\"}");

        assertThat(event)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .startsWith("The record's value is not a Started")
                                .doesNotContain("sarah"));
    }

    @Test
    void tellsATypeOfANewerReleaseFromADefect() {
        assertThat(read("conversation.paused.v1", "{}"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.fromNewerRelease()).isTrue());
    }

    @Test
    void takesARecordWithoutATypeForUnreadable() {
        byte[] value = "{}".getBytes(UTF_8);

        for (Event event : List.of(
                deserializer.deserialize("calls", value),
                deserializer.deserialize("calls", new RecordHeaders(), value),
                deserializer.deserialize("calls", new RecordHeaders().add("ce_type", null), value))) {
            assertThat(event).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                assertThat(unreadable.type()).isEmpty();
                assertThat(unreadable.fromNewerRelease()).isFalse();
                assertThat(unreadable.value()).isEqualTo("e30=");
            });
        }
    }

    @Test
    void takesARecordWithoutAValueForUnreadable() {
        assertThat(deserializer.deserialize("calls", typed(STARTED), (byte @Nullable []) null))
                .isEqualTo(new Unreadable(STARTED, "The record has no value", ""));
    }

    @Test
    void writesNoValueForNoEvent() {
        assertThat(serializer.serialize("calls", null)).isNull();
    }

    private Event read(String type, String json) {
        return deserializer.deserialize("calls", typed(type), json.getBytes(UTF_8));
    }

    private static Headers typed(String type) {
        return new RecordHeaders().add("ce_type", type.getBytes(UTF_8));
    }

    private ObjectNode tree(Event event) throws IOException {
        return (ObjectNode) JSON.readTree(serializer.serialize("calls", event));
    }

    private static List<String> neededBy(Event event) {
        return Arrays.stream(event.getClass().getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .map(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate)
                .toList();
    }
}
