package dev.switchboard.runtime.messaging;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.function.BiConsumer;

/** {@link KeyOrder} by its names in {@code commit-strategy}. */
@ApplicationScoped
class KeyOrders {
    private static final int MOST_AT_ONCE = 2_000;

    /** With offsets committed as far as everything before them is settled. */
    @Produces
    @ApplicationScoped
    @Identifier("in-turn")
    KafkaCommitHandler.Factory committing(@Identifier("throttled") KafkaCommitHandler.Factory throttled) {
        return new Around(throttled);
    }

    /** With nothing committed, for what every replica reads from the beginning. */
    @Produces
    @ApplicationScoped
    @Identifier("in-turn-uncommitted")
    KafkaCommitHandler.Factory uncommitted(@Identifier("ignore") KafkaCommitHandler.Factory ignore) {
        return new Around(ignore);
    }

    private record Around(KafkaCommitHandler.Factory commits) implements KafkaCommitHandler.Factory {
        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration channel,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> failed) {
            return new KeyOrder(vertx, commits.create(channel, vertx, consumer, failed), MOST_AT_ONCE);
        }
    }
}
