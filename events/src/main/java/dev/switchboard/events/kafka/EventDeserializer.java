package dev.switchboard.events.kafka;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventJson;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
        return unreadable("", "The record has no headers", value);
    }

    @Override
    public Event deserialize(String topic, Headers headers, byte @Nullable [] value) {
        Header header = headers.lastHeader(TYPE_HEADER);
        if (header == null || header.value() == null) {
            return unreadable("", "The record has no " + TYPE_HEADER + " header", value);
        }
        String type = new String(header.value(), StandardCharsets.UTF_8);
        if (value == null) {
            return unreadable(type, "The record has no value", null);
        }
        return EventTypes.named(type)
                .<Event>map(record -> read(value, type, record))
                .orElseGet(() -> unreadable(type, "This release does not know the type", value));
    }

    private static Event read(byte[] value, String type, Class<? extends Event> record) {
        try {
            return EventJson.read(value, record);
        } catch (IOException e) {
            return unreadable(type, String.valueOf(e.getMessage()), value);
        }
    }

    private static Unreadable unreadable(String type, String reason, byte @Nullable [] value) {
        return new Unreadable(
                type, reason, value == null ? "" : Base64.getEncoder().encodeToString(value));
    }
}
