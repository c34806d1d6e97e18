package dev.switchboard.monitor.stream;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** An event as Kafka Streams sends it: CloudEvents 1.0 in binary mode, the attributes as headers. */
final class CloudEventRecord {
    private static final String SOURCE = "/switchboard/monitor";

    private CloudEventRecord() {}

    static Record<String, Event> of(Event event, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", EventId.of(event));
        add(headers, "ce_type", EventTypes.of(event));
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_subject", event.key());
        add(headers, "ce_time", time.toString());
        add(headers, "content-type", "application/json");
        return new Record<>(event.key(), event, time.toEpochMilli(), headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
