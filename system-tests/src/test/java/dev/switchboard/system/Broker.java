package dev.switchboard.system;

import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.localkafka.TopicSpec;
import java.util.List;

/** The Kafka under test: a container where there is a Docker engine, the broker in this JVM where there is none. */
interface Broker extends AutoCloseable {
    /** The image to run; anything that behaves like {@code apache/kafka}. */
    String IMAGE = System.getProperty("switchboard.test.kafka-image", "apache/kafka:4.1.1");

    String bootstrapServers();

    void createTopics(List<TopicSpec> topics);

    /** Away, with its data. */
    void stop();

    /** Back on the same address. */
    void resume();

    @Override
    void close();

    static Broker start() {
        return KafkaContainerBroker.available()
                ? KafkaContainerBroker.start()
                : new InJvm(LocalKafka.start(Settings.temporary()));
    }

    /** Apache Kafka in this JVM. */
    record InJvm(LocalKafka kafka) implements Broker {
        @Override
        public String bootstrapServers() {
            return kafka.bootstrapServers();
        }

        @Override
        public void createTopics(List<TopicSpec> topics) {
            kafka.createTopics(topics);
        }

        @Override
        public void stop() {
            kafka.stop();
        }

        @Override
        public void resume() {
            kafka.start();
        }

        @Override
        public void close() {
            kafka.close();
        }
    }
}
