package dev.switchboard.cli.call;

import dev.switchboard.events.Event;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the trail from Kafka, from the moment it is opened. */
final class KafkaTrail implements Trail, AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final KafkaConsumer<String, Event> consumer;

    KafkaTrail(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new EventDeserializer());
        var partitions = Stream.of(Topics.ANSWERS, Topics.OUTBOUND)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: without asking for it, "now" would be when the first record is asked for.
        partitions.forEach(consumer::position);
    }

    @Override
    public List<Event> next() {
        return StreamSupport.stream(consumer.poll(MOMENT).spliterator(), false)
                .map(ConsumerRecord::value)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
