package dev.switchboard.testkit.house;

import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.localkafka.TopicSpec;
import java.util.List;

/** The Kafka under test. */
public interface Broker extends AutoCloseable {
    String bootstrapServers();

    void createTopics(List<TopicSpec> topics);

    /** Away, with its data. */
    void stop();

    /** Back on the same address. */
    void resume();

    @Override
    void close();

    /** Apache Kafka in this JVM, on a free port. */
    static Broker inThisJvm() {
        return new InJvm(LocalKafka.start(Settings.temporary()));
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
