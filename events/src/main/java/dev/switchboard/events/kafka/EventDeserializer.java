package dev.switchboard.events.kafka;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventJson;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record class by the {@code ce_type} header. What cannot be read becomes {@link Unreadable} instead of an exception:
 * one bad record must not stop a partition.
 */
public final class EventDeserializer implements Deserializer<Event> {
    private static final String TYPE_HEADER = "ce_type";

    @Override
    public Event deserialize(String topic, byte @Nullable [] value) {
        return new Unreadable("", "The record has no headers");
    }

    @Override
    public Event deserialize(String topic, Headers headers, byte @Nullable [] value) {
        Header header = headers.lastHeader(TYPE_HEADER);
        if (header == null || header.value() == null) {
            return new Unreadable("", "The record has no " + TYPE_HEADER + " header");
        }
        String type = new String(header.value(), StandardCharsets.UTF_8);
        if (value == null) {
            return new Unreadable(type, "The record has no value");
        }
        return EventTypes.named(type)
                .<Event>map(record -> read(value, type, record))
                .orElseGet(() -> new Unreadable(type, "This release does not know the type"));
    }

    private static Event read(byte[] value, String type, Class<? extends Event> record) {
        try {
            return EventJson.read(value, record);
        } catch (IOException e) {
            return new Unreadable(type, String.valueOf(e.getMessage()));
        }
    }
}
