package dev.switchboard.monitor.stream;

import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import dev.switchboard.events.kafka.EventSerializer;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.monitor.MonitorConfig;
import dev.switchboard.monitor.health.Rulebook;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Logged calls through one processor to status, alerts and pings. What is produced here is a singleton, not application scoped:
 * Kafka Streams reads the topology's fields, which a client proxy does not have.
 */
@Singleton
class MonitorTopology {
    private static final Logger LOG = Logger.getLogger(MonitorTopology.class);
    private static final String CALLS = "calls";
    private static final String HEALTH = "health";

    @Produces
    @Singleton
    Topology topology(MonitorConfig config, MeterRegistry metrics) {
        Counter unreadable = Counter.builder("switchboard.monitor.unreadable")
                .description("Records on integration.logs that are no logged call")
                .register(metrics);
        return of(config, new Rulebook(config, IntegrationCards.load()), unreadable::increment);
    }

    /** A thread that fails (a broker that stays away too long) is replaced: the monitor must outlive what it watches. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceFailedThread() {
        return failure -> {
            LOG.errorf("A Kafka Streams thread failed and is replaced: %s", failure.getMessage());
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    static Topology of(MonitorConfig config, Rulebook rulebook, Runnable unreadable) {
        return new Topology()
                .addSource(CALLS, new StringDeserializer(), new EventDeserializer(), Topics.LOGS)
                .addProcessor(HEALTH, () -> new HealthProcessor(config, rulebook, unreadable), CALLS)
                .addStateStore(HealthStores.memories(), HEALTH)
                .addStateStore(HealthStores.buckets(), HEALTH)
                .addSink(Topics.STATUS, Topics.STATUS, new StringSerializer(), new EventSerializer(), HEALTH)
                .addSink(Topics.ALERTS, Topics.ALERTS, new StringSerializer(), new EventSerializer(), HEALTH)
                .addSink(Topics.PINGS, Topics.PINGS, new StringSerializer(), new EventSerializer(), HEALTH);
    }
}
