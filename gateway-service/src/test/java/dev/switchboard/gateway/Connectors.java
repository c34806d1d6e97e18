package dev.switchboard.gateway;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import dev.switchboard.events.kafka.EventSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Plays every connector: reads what the gateway says, and answers as the test wants. */
final class Connectors implements AutoCloseable {
    private final List<ConsumerRecord<String, Event>> seen = new CopyOnWriteArrayList<>();
    private final KafkaProducer<String, Event> producer;
    private final Thread thread;
    private volatile Function<ConversationEvent, Optional<Answer>> manner = event -> Optional.empty();
    private volatile boolean open = true;

    Connectors(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new EventSerializer());
        thread = Thread.ofPlatform().daemon().name("connectors").start(() -> read(bootstrapServers));
    }

    /** The connectors on the Kafka of the gateway under test. */
    static Connectors beside() {
        return new Connectors(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** How conversation events are answered from now on. */
    void answering(Function<ConversationEvent, Optional<Answer>> how) {
        manner = how;
    }

    /** The events of a conversation so far, in the order they stand in Kafka, doubles included. */
    List<Event> of(String key) {
        return seen.stream()
                .filter(one -> key.equals(one.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    List<ConsumerRecord<String, Event>> records() {
        return List.copyOf(seen);
    }

    <E extends Event> E await(String key, Class<E> type) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> of(key).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Puts an answer on its topic. */
    void say(Answer answer) {
        var record = new ProducerRecord<String, Event>(Topics.ANSWERS, answer.key(), answer);
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(EventId.of(answer)))
                .add("ce_type", bytes(EventTypes.of(answer)))
                .add("ce_source", bytes("/switchboard/test"));
        var sent = producer.send(record);
        producer.flush();
        if (!sent.isDone()) {
            throw new IllegalStateException("The answer was not sent");
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
        producer.close();
    }

    private void read(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "auto.offset.reset",
                "earliest",
                "fetch.min.bytes",
                1,
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new EventDeserializer())) {
            consumer.assign(Topics.all().stream()
                    .filter(topic -> List.of(Topics.CALLS, Topics.CHATS, Topics.OUTBOUND, Topics.WEBHOOKS)
                            .contains(topic.name()))
                    .flatMap(topic -> IntStream.range(0, topic.partitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (open) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::heard);
            }
        }
    }

    private void heard(ConsumerRecord<String, Event> record) {
        seen.add(record);
        if (record.value() instanceof ConversationEvent event) {
            manner.apply(event).ifPresent(this::say);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
