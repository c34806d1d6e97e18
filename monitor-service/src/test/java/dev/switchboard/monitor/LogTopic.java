package dev.switchboard.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Topic;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import dev.switchboard.events.kafka.EventSerializer;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes logged calls as connectors do, and reads what the monitor says of them. */
public final class LogTopic implements AutoCloseable {
    private static final Set<String> NEEDED = Set.of(Topics.LOGS, Topics.PINGS, Topics.STATUS, Topics.ALERTS);

    private final KafkaProducer<String, Event> producer;
    private final KafkaConsumer<String, Event> consumer;
    private final List<Event> heard = new ArrayList<>();

    public LogTopic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new EventSerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new EventDeserializer());
        consumer.assign(List.of(new TopicPartition(Topics.ALERTS, 0), new TopicPartition(Topics.STATUS, 0)));
    }

    public static void createTopics(LocalKafka kafka) {
        kafka.createTopics(Topics.all().stream()
                .filter(topic -> NEEDED.contains(topic.name()))
                .map(LogTopic::spec)
                .toList());
    }

    private static TopicSpec spec(Topic topic) {
        return new TopicSpec(topic.name(), topic.partitions(), topic.configs());
    }

    public void log(CallLogged call) {
        var written = new ProducerRecord<String, Event>(Topics.LOGS, call.integration(), call);
        written.headers().add("ce_type", EventTypes.of(call).getBytes(StandardCharsets.UTF_8));
        Future<?> sent = producer.send(written);
        producer.flush();
        assertThat(sent).isDone();
    }

    /** Everything of this type that the monitor has said about an integration so far, in order. */
    public <E extends Event> List<E> heard(Class<E> type, String integration) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> heard.add(record.value()));
        return heard.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.key().split("/", 2)[0].equals(integration))
                .toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
