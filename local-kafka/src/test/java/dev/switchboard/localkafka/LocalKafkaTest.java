package dev.switchboard.localkafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    private static final TopicSpec CALLS = new TopicSpec("calls", 2, Map.of("retention.ms", "60000"));

    @TempDir
    Path folder;

    @Test
    void comesBackOnTheSamePortWithItsData() throws Exception {
        try (var kafka = LocalKafka.start(Settings.kept(0, folder))) {
            kafka.createTopics(List.of(CALLS));
            var address = kafka.bootstrapServers();
            produce(address, "before");

            kafka.stop();
            assertThat(Ports.isFree(kafka.port())).isTrue();
            kafka.start();

            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            produce(address, "after");
            assertThat(consume(address, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void keepsItsDataForTheNextBrokerOnTheFolder() throws Exception {
        try (var first = LocalKafka.start(Settings.kept(0, folder))) {
            first.createTopics(List.of(CALLS));
            produce(first.bootstrapServers(), "kept");
        }

        try (var second = LocalKafka.start(Settings.kept(0, folder))) {
            assertThat(consume(second.bootstrapServers(), 1)).containsExactly("kept");
        }
    }

    @Test
    void createsATopicOnceWithItsSettings() throws Exception {
        try (var kafka = LocalKafka.start(Settings.temporary());
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            kafka.createTopics(List.of(CALLS));
            kafka.createTopics(List.of(CALLS, TopicSpec.of("chats", 1)));

            assertThat(admin.listTopics().names().get()).contains("calls", "chats");
            var calls = new ConfigResource(ConfigResource.Type.TOPIC, "calls");
            var settings = admin.describeConfigs(List.of(calls))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            assertThat(settings.get("retention.ms").value()).isEqualTo("60000");
        }
    }

    @Test
    void deletesATemporaryFolderOnClose() {
        var folder = DataFolder.of(null);
        folder.format();
        assertThat(folder.path()).isNotEmptyDirectory();

        folder.deleteIfTemporary();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = Settings.kept(taken.getLocalPort(), folder);

            assertThatThrownBy(() -> LocalKafka.start(settings))
                    .isInstanceOf(KafkaCannotStart.class)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1, meant for Kafka, is in use:"
                            + " stop the program that holds it, or choose another port.");
        }
    }

    @Test
    void saysWhenAnotherBrokerHoldsTheFolder() {
        try (var holder = LocalKafka.start(Settings.kept(0, folder))) {
            assertThatThrownBy(() -> LocalKafka.start(Settings.kept(0, folder)))
                    .isInstanceOf(KafkaCannotStart.class)
                    .hasMessageStartingWith("Kafka cannot start on its data folder " + folder);
            assertThat(holder.port()).isPositive();
        }
    }

    private static void produce(String address, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(CALLS.name(), "one-conversation", value))
                    .get();
        }
    }

    private static List<String> consume(String address, int count) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "group.id", "t", "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(CALLS.name()));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
