package dev.switchboard.localkafka;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The server's loggers, turned down to errors: a start writes some 400 lines that nobody reads. The Kafka clients of the
 * same JVM keep their own levels.
 */
final class QuietLogging {
    /** Held here because java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> SERVER = Stream.of(
                    "kafka",
                    "state.change.logger",
                    "org.apache.kafka.controller",
                    "org.apache.kafka.coordinator",
                    "org.apache.kafka.image",
                    "org.apache.kafka.metadata",
                    "org.apache.kafka.network",
                    "org.apache.kafka.raft",
                    "org.apache.kafka.security",
                    "org.apache.kafka.server",
                    "org.apache.kafka.storage",
                    "org.apache.kafka.common.config",
                    "org.apache.kafka.common.metrics",
                    "org.apache.kafka.common.network",
                    "org.apache.kafka.common.utils")
            .map(Logger::getLogger)
            .toList();

    private QuietLogging() {}

    static void apply() {
        SERVER.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
