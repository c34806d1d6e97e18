package dev.switchboard.testkit;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.kafka.EventSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as any other CloudEvents program would: headers by hand, no SmallRye. */
public final class EventProducer implements AutoCloseable {
    private final Queue<Future<RecordMetadata>> pending = new ConcurrentLinkedQueue<>();
    private final String bootstrapServers;
    private final KafkaProducer<String, Event> producer;

    public EventProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new EventSerializer());
    }

    /** Sends without waiting; {@link #flush} waits for all. */
    public void send(String topic, Event event) {
        ProducerRecord<String, Event> record = new ProducerRecord<>(topic, event.key(), event);
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", EventId.of(event));
        header(record, "ce_type", EventTypes.of(event));
        header(record, "ce_source", "/test");
        header(record, "ce_subject", event.key());
        header(record, "ce_time", Instant.now().toString());
        header(record, "content-type", "application/json");
        Future<RecordMetadata> sent = producer.send(record);
        pending.add(sent);
    }

    /** Sends raw bytes with a type that promises something else, to see what becomes of rubbish. */
    public void sendRubbish(String topic, String key, String type, String value) {
        try (KafkaProducer<String, String> raw = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
            record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
            arrived(raw.send(record));
        }
    }

    public void flush() {
        for (Future<RecordMetadata> sent = pending.poll(); sent != null; sent = pending.poll()) {
            arrived(sent);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void arrived(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A record did not arrive", e);
        }
    }

    private static void header(ProducerRecord<String, Event> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
