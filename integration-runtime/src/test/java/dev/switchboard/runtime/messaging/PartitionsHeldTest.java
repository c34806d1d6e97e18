package dev.switchboard.runtime.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionsHeldTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.CALLS, 0);

    private final PartitionsHeld held = new PartitionsHeld();
    private final MockConsumer<String, String> consumer = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    @Test
    void takesWhatWasThereBeforeForRepeated() {
        consumer.updateEndOffsets(Map.of(FIRST, 10L));

        held.onPartitionsAssigned(consumer, List.of(FIRST));

        assertThat(held.olderThanOurs(Topics.CALLS, 0, 9)).isTrue();
        assertThat(held.olderThanOurs(Topics.CALLS, 0, 10)).isFalse();
    }

    @Test
    void takesEverythingOfAPartitionThatIsNotOursForRepeated() {
        consumer.updateEndOffsets(Map.of(FIRST, 10L));
        held.onPartitionsAssigned(consumer, List.of(FIRST));

        held.onPartitionsRevoked(consumer, List.of(FIRST));

        assertThat(held.olderThanOurs(Topics.CALLS, 0, 99)).isTrue();
        assertThat(held.olderThanOurs(Topics.CALLS, 1, 99)).isTrue();
    }

    @Test
    void takesEverythingForRepeatedWhenTheBrokerCannotSay() {
        consumer.setOffsetsException(new KafkaException("away"));

        held.onPartitionsAssigned(consumer, List.of(FIRST));

        assertThat(held.olderThanOurs(Topics.CALLS, 0, 99)).isTrue();
    }

    @Test
    void sharesTheQuotaByPartitions() {
        assign(Topics.CALLS, 8);
        assertThat(held.share()).isEqualTo(1.0);

        held.onPartitionsLost(consumer, partitions(Topics.CALLS, 6));
        assertThat(held.share()).isEqualTo(0.25);

        assign(Topics.CHATS, 2);
        assertThat(held.share()).isEqualTo(0.25);
    }

    @Test
    void takesTheWholeQuotaWhileItHoldsNothing() {
        assertThat(held.share()).isEqualTo(1.0);
    }

    private void assign(String topic, int count) {
        List<TopicPartition> partitions = partitions(topic, count);
        partitions.forEach(partition -> consumer.updateEndOffsets(Map.of(partition, 0L)));
        held.onPartitionsAssigned(consumer, partitions);
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }
}
