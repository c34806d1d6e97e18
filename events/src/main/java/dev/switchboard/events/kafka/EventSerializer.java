package dev.switchboard.events.kafka;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventJson;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event's data as JSON bytes; its CloudEvents attributes travel as headers. */
public final class EventSerializer implements Serializer<Event> {
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Event event) {
        return event == null ? null : EventJson.write(event);
    }
}
