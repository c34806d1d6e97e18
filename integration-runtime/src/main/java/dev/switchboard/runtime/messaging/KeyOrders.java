package dev.switchboard.runtime.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@link KeyOrder} by its names in {@code commit-strategy}. */
@ApplicationScoped
class KeyOrders {
    private static final int COMMIT_INTERVAL_MILLIS = 1_000;

    private final Clock clock;
    private final Duration handOver;

    KeyOrders(
            Clock clock,
            @ConfigProperty(name = "switchboard.hand-over-patience", defaultValue = "5S") Duration handOver) {
        this.clock = clock;
        this.handOver = handOver;
    }

    /** With offsets committed as far as everything before them is done; work at hand may end before its partition goes. */
    @Produces
    @ApplicationScoped
    @Identifier("in-turn")
    KafkaCommitHandler.Factory committing() {
        return (channel, vertx, consumer, failed) ->
                new KeyOrder(committed(channel, vertx, consumer, failed), handOver, clock);
    }

    /** The same for records that may wait for hours until they are due: nobody waits for them. */
    @Produces
    @ApplicationScoped
    @Identifier("in-turn-when-due")
    KafkaCommitHandler.Factory committingWhenDue() {
        return (channel, vertx, consumer, failed) ->
                new KeyOrder(committed(channel, vertx, consumer, failed), Duration.ZERO, clock);
    }

    /** With nothing committed, for what every replica reads. */
    @Produces
    @ApplicationScoped
    @Identifier("in-turn-uncommitted")
    KafkaCommitHandler.Factory uncommitted() {
        return (_, _, _, _) -> new KeyOrder(Offsets.UNCOMMITTED, Duration.ZERO, clock);
    }

    private Offsets committed(
            KafkaConnectorIncomingConfiguration channel,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> failed) {
        if (channel.getAssignSeek().isPresent()) {
            throw new IllegalArgumentException(
                    "Channel " + channel.getChannel()
                            + " names its partitions (assign-seek): nobody tells when they come and go, and nothing would be handed out");
        }
        int interval = channel.config()
                .getOptionalValue(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, Integer.class)
                .orElse(COMMIT_INTERVAL_MILLIS);
        return new CommittedOffsets(
                vertx,
                consumer,
                Duration.ofMillis(interval),
                Duration.ofMillis(channel.getThrottledUnprocessedRecordMaxAgeMs()),
                failed,
                clock);
    }
}
