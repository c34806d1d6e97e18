package dev.switchboard.runtime.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyOrderTest {
    private static final int KEYS = 20_000;
    private static final int RECORDS_OF_A_KEY = 5;

    private final Vertx vertx = Vertx.vertx();
    private final KafkaCommitHandler commits = new CommitsNothing();
    private final KeyOrder order = new KeyOrder(vertx, commits, 2_000);
    private final UnicastProcessor<IncomingKafkaRecord<String, Integer>> arriving = UnicastProcessor.create();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Leaves the offsets alone. */
    private static final class CommitsNothing implements KafkaCommitHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
            return Uni.createFrom().voidItem();
        }
    }

    /** A refused record is settled as well. */
    private static final class RefusesNothing implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            return Uni.createFrom().voidItem();
        }
    }

    @AfterEach
    void close() {
        threads.close();
        vertx.closeAndAwait();
    }

    @Test
    void losesNoRecordThatArrivesWhileTheOneBeforeIsSettled() {
        Map<String, List<Integer>> seen = new ConcurrentHashMap<>();
        order.decorateStream(arriving).subscribe().with(record -> {
            seen.computeIfAbsent(record.getKey(), _ -> new CopyOnWriteArrayList<>())
                    .add(record.getPayload());
            settleSoon(record);
        });
        for (int key = 0; key < KEYS; key++) {
            for (int number = 0; number < RECORDS_OF_A_KEY; number++) {
                arriving.onNext(record("k" + key, number));
            }
        }

        List<Integer> all = IntStream.range(0, RECORDS_OF_A_KEY).boxed().toList();
        await().atMost(Duration.ofSeconds(40))
                .until(() -> seen.size() == KEYS && seen.values().stream().allMatch(all::equals));
    }

    @Test
    void handsOutOneOfAKeyAtATimeAndOtherKeysMeanwhile() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();

        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));
        arriving.onNext(record("b", 1));

        assertThat(names(out)).containsExactly("a1", "b1");
        out.getFirst().ack().toCompletableFuture().join();
        assertThat(names(out)).containsExactly("a1", "b1", "a2");
    }

    @Test
    void goesOnAfterARecordThatWasRefused() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));

        out.getFirst().nack(new IllegalStateException("refused"));

        assertThat(names(out)).containsExactly("a1", "a2");
    }

    @Test
    void handsOutNothingMoreOfAPartitionThatIsGone() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));

        order.partitionsRevoked(List.of(new TopicPartition("calls", 0)));
        out.getFirst().ack().toCompletableFuture().join();
        arriving.onNext(record("a", 3));

        assertThat(names(out)).containsExactly("a1", "a3");
    }

    @Test
    void neitherBeginsNorCommitsWhatBelongsToAnotherReplicaByNow() {
        List<String> calls = new ArrayList<>();
        KeyOrder ordering = new KeyOrder(vertx, new Noting(calls), 10);
        List<TopicPartition> partition = List.of(new TopicPartition("calls", 0));
        IncomingKafkaRecord<String, Integer> begun = record("a", 1);

        ordering.partitionsAssigned(partition);
        assertThat(ordering.received(begun).await().indefinitely()).isSameAs(begun);
        ordering.partitionsRevoked(partition);
        assertThat(ordering.received(record("a", 2)).await().indefinitely()).isNull();
        ordering.handle(begun).await().indefinitely();

        assertThat(calls).containsExactly("received a1");
        ordering.partitionsAssigned(partition);
        ordering.handle(begun).await().indefinitely();
        assertThat(calls).containsExactly("received a1", "committed a1");
    }

    /** Notes what it is told. */
    private record Noting(List<String> calls) implements KafkaCommitHandler {
        @Override
        public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
            calls.add("received " + record.getKey() + record.getPayload());
            return Uni.createFrom().item(record);
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
            calls.add("committed " + record.getKey() + record.getPayload());
            return Uni.createFrom().voidItem();
        }
    }

    private List<IncomingKafkaRecord<String, Integer>> handedOut() {
        List<IncomingKafkaRecord<String, Integer>> out = new ArrayList<>();
        order.decorateStream(arriving).subscribe().with(out::add);
        return out;
    }

    private static List<String> names(List<IncomingKafkaRecord<String, Integer>> records) {
        return records.stream()
                .map(record -> record.getKey() + record.getPayload())
                .toList();
    }

    private void settleSoon(IncomingKafkaRecord<String, Integer> record) {
        threads.execute(() -> record.ack().toCompletableFuture().join());
    }

    private IncomingKafkaRecord<String, Integer> record(String key, int number) {
        return new IncomingKafkaRecord<>(
                new ConsumerRecord<>("calls", 0, 0, key, number), "calls", 0, commits, new RefusesNothing(), false);
    }
}
