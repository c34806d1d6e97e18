package dev.switchboard.runtime.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommittedOffsetsTest {
    private static final TopicPartition STAYS = new TopicPartition("calls", 0);
    private static final TopicPartition GOES = new TopicPartition("calls", 1);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();
    private final MockConsumer<String, String> kafka = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());
    private final Map<TopicPartition, Progress> held = new ConcurrentHashMap<>();
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Queue<String> stuck = new ConcurrentLinkedQueue<>();

    private CommittedOffsets offsets(Duration interval) {
        CommittedOffsets offsets = new CommittedOffsets(
                vertx,
                consumer(),
                interval,
                Duration.ofHours(1),
                (failure, _) -> stuck.add(String.valueOf(failure.getMessage())),
                Clock.fixed(NOW, ZoneOffset.UTC));
        offsets.begin(held);
        return offsets;
    }

    /** SmallRye's view of Kafka's own stand-in, with whoever asks as the polling thread. */
    private KafkaConsumer<?, ?> consumer() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("unwrap")) {
                        return kafka;
                    }
                    if (gone.get()) {
                        return Uni.createFrom().failure(new IllegalStateException("closed"));
                    }
                    @SuppressWarnings("unchecked")
                    var action = (java.util.function.Consumer<Consumer<?, ?>>) arguments[0];
                    return Uni.createFrom().voidItem().invoke(() -> action.accept(kafka));
                });
    }

    @BeforeEach
    void begin() {
        kafka.assign(List.of(STAYS, GOES));
        held.put(STAYS, progress(10));
        held.put(GOES, progress(20));
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void commitsEverySoOften() {
        offsets(SOON);

        await().until(() -> committed().equals(Map.of(STAYS, 11L, GOES, 21L)));
    }

    @Test
    void commitsWhatGoesAndLeavesTheRestForLater() {
        offsets(NEVER).leave(List.of(GOES));

        assertThat(committed()).containsExactly(Map.entry(GOES, 21L));
    }

    @Test
    void commitsAllAtTheEnd() {
        offsets(NEVER).end();

        assertThat(committed()).isEqualTo(Map.of(STAYS, 11L, GOES, 21L));
    }

    @Test
    void endsThoughTheConsumerIsGone() {
        CommittedOffsets offsets = offsets(NEVER);
        gone.set(true);

        assertThatCode(offsets::end).doesNotThrowAnyException();
        assertThat(committed()).isEmpty();
    }

    @Test
    void tellsOfWorkThatDoesNotEnd() {
        Progress old = new Progress();
        old.arrived(5, NOW.minus(Duration.ofHours(2)));
        held.put(STAYS, old);

        offsets(SOON);

        await().until(() -> !stuck.isEmpty());
        assertThat(stuck).first().asString().contains("calls-0").contains("2026-01-01T10:00:00Z");
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> found = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> kept = kafka.committed(Set.of(STAYS, GOES));
        kept.forEach((partition, offset) -> found.put(partition, offset.offset()));
        return found;
    }

    /** One record is done. */
    private static Progress progress(long offset) {
        Progress progress = new Progress();
        progress.arrived(offset, NOW);
        progress.begin();
        progress.done(offset);
        return progress;
    }
}
