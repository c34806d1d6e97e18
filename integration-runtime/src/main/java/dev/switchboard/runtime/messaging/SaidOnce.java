package dev.switchboard.runtime.messaging;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out what SmallRye says of a record that Kafka did not take: twice, with stacks, at every attempt. {@link EventPublisher} says
 * it in a line, and {@link KafkaCallLog} counts it.
 */
@LoggingFilter(name = "said-once")
public final class SaidOnce implements Filter {
    private static final List<String> SAID = List.of("SRMSG18206", "SRMSG18212");

    @Override
    public boolean isLoggable(LogRecord record) {
        String message = record.getMessage();
        return message == null || SAID.stream().noneMatch(message::startsWith);
    }
}
