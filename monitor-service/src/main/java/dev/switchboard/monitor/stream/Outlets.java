package dev.switchboard.monitor.stream;

import dev.switchboard.events.Event;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.PingRequested;
import dev.switchboard.events.monitoring.StatusReported;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** What the monitor says, each to its own topic; the sinks are named after their topics. */
final class Outlets {
    private final ProcessorContext<String, Event> context;

    Outlets(ProcessorContext<String, Event> context) {
        this.context = context;
    }

    void alert(AlertRaised alert, Instant now) {
        context.forward(CloudEventRecord.of(alert, now), Topics.ALERTS);
    }

    void status(StatusReported status) {
        context.forward(CloudEventRecord.of(status, status.at()), Topics.STATUS);
    }

    void ping(String integration, Instant now) {
        context.forward(CloudEventRecord.of(new PingRequested(integration, now), now), Topics.PINGS);
    }

    /** Takes an integration off the compacted status topic. */
    @SuppressWarnings("NullAway") // a null value is how Kafka deletes a key
    void forget(String integration, Instant now) {
        context.forward(new Record<>(integration, null, now.toEpochMilli()), Topics.STATUS);
    }
}
