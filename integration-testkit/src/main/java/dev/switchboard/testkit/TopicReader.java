package dev.switchboard.testkit;

import dev.switchboard.events.Event;
import dev.switchboard.events.kafka.EventDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Collects what is published on some topics from now on, or from the beginning, without being in anybody's group. */
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, Event> consumer;
    private final List<ConsumerRecord<String, Event>> records = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;

    private TopicReader(String bootstrapServers, boolean fromBeginning, List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        fromBeginning ? "earliest" : "latest"),
                new StringDeserializer(),
                new EventDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("topic-reader").start(this::read);
    }

    /** Collects what comes from now on. */
    public static TopicReader fromNow(String bootstrapServers, String... topics) {
        return new TopicReader(bootstrapServers, false, List.of(topics));
    }

    /** Collects everything there is and everything that comes. */
    public static TopicReader fromBeginning(String bootstrapServers, String... topics) {
        return new TopicReader(bootstrapServers, true, List.of(topics));
    }

    /** What was read so far, per partition in order. */
    public List<ConsumerRecord<String, Event>> records() {
        return List.copyOf(records);
    }

    /** The events of one class so far. */
    public <E extends Event> List<E> events(Class<E> type) {
        return stream(type).toList();
    }

    /** Waits for an event and returns it. */
    public <E extends Event> E await(Class<E> type, Predicate<E> which) {
        return Awaitility.await(type.getSimpleName())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stream(type).filter(which).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private <E extends Event> Stream<E> stream(Class<E> type) {
        return records.stream()
                .map(ConsumerRecord::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private void read() {
        try (consumer) {
            while (open) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        } catch (WakeupException closing) {
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        consumer.wakeup();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
