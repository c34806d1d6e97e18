package dev.switchboard.localkafka;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Kafka's loggers, turned down: a start and a stop write some 400 lines that nobody reads. What remains are the server's
 * errors, and the warnings of the Kafka clients in the same JVM.
 */
final class QuietLogging {
    // The loggers are held here because java.util.logging forgets the level of one that nobody holds.

    /** They log with a stack trace what {@link KafkaCannotStart} says in a sentence. */
    private static final List<Logger> SAID_BY_THE_EXCEPTION =
            loggers("kafka.server.BrokerServer", "kafka.server.ControllerServer", "kafka.server.SharedServer");

    private static final List<Logger> SERVER = loggers(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.storage",
            "org.apache.kafka.common.utils",
            // The broker closes its own client twice at every stop, and warns of it.
            "org.apache.kafka.clients.NetworkClient");

    private static final List<Logger> CLIENTS = loggers("org.apache.kafka");

    private QuietLogging() {}

    static void apply() {
        SAID_BY_THE_EXCEPTION.forEach(logger -> logger.setLevel(Level.OFF));
        SERVER.forEach(logger -> logger.setLevel(Level.SEVERE));
        CLIENTS.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static List<Logger> loggers(String... names) {
        return Stream.of(names).map(Logger::getLogger).toList();
    }
}
