package dev.switchboard.system;

import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.TopicSpec;
import dev.switchboard.testkit.house.Broker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Apache Kafka in a container. "Stopped" is a paused container: its address must stay. */
record KafkaContainerBroker(KafkaContainer container) implements Broker {
    /** The image to run; anything that behaves like {@code apache/kafka}. */
    private static final String IMAGE = System.getProperty("switchboard.test.kafka-image", "apache/kafka:4.1.1");

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");

    /** Testcontainers is only asked where an engine is in sight: its search fills the log with what it did not find. */
    static boolean available() {
        boolean engineInSight = System.getenv("DOCKER_HOST") != null || Files.exists(DOCKER_SOCKET);
        return engineInSight && DockerClientFactory.instance().isDockerAvailable();
    }

    static KafkaContainerBroker start() {
        KafkaContainer container =
                new KafkaContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"));
        container.start();
        return new KafkaContainerBroker(container);
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void createTopics(List<TopicSpec> topics) {
        LocalKafka.createTopics(bootstrapServers(), topics);
    }

    @Override
    public void stop() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void resume() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.stop();
    }
}
