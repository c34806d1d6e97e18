package dev.switchboard.runtime.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyOrderTest {
    private static final int KEYS = 20_000;
    private static final int RECORDS_OF_A_KEY = 5;

    private static final TopicPartition PARTITION = new TopicPartition("calls", 0);

    private final Remembered offsets = new Remembered();
    private final KeyOrder order = new KeyOrder(offsets, Duration.ofSeconds(20), Clock.systemUTC());
    private final UnicastProcessor<IncomingKafkaRecord<String, Integer>> arriving = UnicastProcessor.create();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long arrived;

    /** Commits nothing, and knows what it would. */
    private static final class Remembered implements Offsets {
        private Map<TopicPartition, Progress> held = Map.of();
        private OptionalLong atLeaving = OptionalLong.empty();

        @Override
        public void begin(Map<TopicPartition, Progress> partitions) {
            held = partitions;
        }

        @Override
        public void leave(Collection<TopicPartition> going) {
            atLeaving = next();
        }

        @Override
        public void end() {
            atLeaving = next();
        }

        private OptionalLong next() {
            return requireNonNull(held.get(PARTITION)).toCommit();
        }
    }

    /** A refused record is settled as well. */
    private static final class RefusesNothing implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            return Uni.createFrom().voidItem();
        }
    }

    @BeforeEach
    void begin() {
        order.partitionsAssigned(List.of(PARTITION));
    }

    /** A refused record stops its channel. */
    private static final class RefusesAll implements KafkaFailureHandler {
        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
            return Uni.createFrom().failure(reason);
        }
    }

    @AfterEach
    void close() {
        threads.close();
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
    void leavesARecordUndoneThatNobodyTook() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1, new RefusesAll()));
        arriving.onNext(record("b", 1));

        out.getFirst().nack(new IllegalStateException("refused"));
        out.get(1).ack();

        assertThat(offsets.next()).isEmpty();
    }

    @Test
    void leavesUndoneWhatTheEndOfTheServiceCutOffAndWhatIsBehindIt() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));

        out.getFirst().nack(new IllegalStateException(new CutOffException(new IllegalStateException("closed"))));

        assertThat(names(out)).containsExactly("a1");
        assertThat(offsets.next()).isEmpty();
    }

    @Test
    void commitsNothingPastARecordThatWaitsForItsTurn() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));
        arriving.onNext(record("b", 1));

        out.get(1).ack();
        assertThat(offsets.next()).as("a1 is at work").isEmpty();
        out.getFirst().ack();
        assertThat(offsets.next()).as("a2 is at work, and b1 behind it is done").hasValue(1);
        out.get(2).ack();
        assertThat(offsets.next()).as("all is done").hasValue(3);
    }

    @Test
    void commitsNothingPastARecordThatNobodyHasAskedForYet() {
        AssertSubscriber<IncomingKafkaRecord<String, Integer>> slow =
                order.decorateStream(arriving).subscribe().withSubscriber(AssertSubscriber.create(2));
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));
        arriving.onNext(record("b", 1));

        slow.getItems().forEach(IncomingKafkaRecord::ack);

        assertThat(names(slow.getItems())).containsExactly("a1", "b1");
        assertThat(offsets.next()).hasValue(1);
    }

    @Test
    void handsOutNothingMoreOfAPartitionThatIsGone() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("a", 2));
        out.getFirst().ack();
        arriving.onNext(record("a", 3));

        threads.execute(() -> order.partitionsRevoked(List.of(PARTITION)));
        await().until(() -> !requireNonNull(offsets.held.get(PARTITION)).begin());
        out.get(1).ack();
        await().until(() -> !offsets.held.containsKey(PARTITION));
        arriving.onNext(record("a", 4));

        assertThat(names(out)).containsExactly("a1", "a2");
        assertThat(offsets.atLeaving).as("a3 is the next replica's").hasValue(2);
    }

    @Test
    void beginsAnewWhenAPartitionComesBack() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        out.getFirst().ack();
        order.partitionsRevoked(List.of(PARTITION));

        order.partitionsAssigned(List.of(PARTITION));
        arriving.onNext(record("a", 2));

        assertThat(names(out)).containsExactly("a1", "a2");
    }

    @Test
    void waitsForWorkAtHandBeforeItEnds() {
        List<IncomingKafkaRecord<String, Integer>> out = handedOut();
        arriving.onNext(record("a", 1));
        arriving.onNext(record("b", 1));
        out.get(1).ack();

        Future<?> end = threads.submit(() -> order.terminate(true));
        await().until(() -> !requireNonNull(offsets.held.get(PARTITION)).begin());
        assertThat(end.isDone()).isFalse();
        out.getFirst().ack();

        await().until(end::isDone);
        assertThat(offsets.atLeaving).hasValue(2);
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
        return record(key, number, new RefusesNothing());
    }

    private IncomingKafkaRecord<String, Integer> record(String key, int number, KafkaFailureHandler refusing) {
        return new IncomingKafkaRecord<>(
                new ConsumerRecord<>("calls", 0, arrived++, key, number), "calls", 0, order, refusing, false);
    }
}
