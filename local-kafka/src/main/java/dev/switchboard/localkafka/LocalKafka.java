package dev.switchboard.localkafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Apache Kafka in this JVM: one node, loopback only. It can go away and come back on the same port with its data, for
 * tests of an outage:
 *
 * <pre>{@code
 * try (var kafka = LocalKafka.start(Settings.temporary())) {
 *     kafka.createTopics(List.of(TopicSpec.of("calls", 8)));
 *     kafka.stop();
 *     kafka.start();
 * }
 * }</pre>
 *
 * <p>Topics are not made on first use; {@link #createTopics} makes them.
 */
public final class LocalKafka implements AutoCloseable {
    private final int port;
    private final DataFolder data;
    private @Nullable KafkaRaftServer server;

    private LocalKafka(int port, DataFolder data) {
        this.port = port;
        this.data = data;
    }

    /**
     * Returns when the broker takes requests.
     *
     * @throws KafkaCannotStart when the port or the data folder is in use or cannot be written
     */
    public static LocalKafka start(Settings settings) {
        QuietLogging.apply();
        int port = settings.port() == 0 ? Ports.free() : settings.port();
        var kafka = new LocalKafka(port, DataFolder.of(settings.data()));
        try {
            kafka.start();
        } catch (KafkaCannotStart e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    /** Starts the broker again after {@link #stop}, on the same port and data; does nothing when it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        if (!Ports.isFree(port)) {
            throw new KafkaCannotStart(
                    "Port " + port
                            + " on 127.0.0.1, meant for Kafka, is in use: stop the program that holds it, or choose another port.");
        }
        data.format();
        var properties = ServerProperties.of(port, Ports.free(), data.path());
        var starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            starting.shutdown();
            throw new KafkaCannotStart(
                    "Kafka cannot start on its data folder " + data.path() + ": " + rootMessage(e), e);
        }
        server = starting;
    }

    /** Takes the broker down in good order, as an outage for its clients; the data stays. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    public int port() {
        return port;
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that are not there yet, in one request; one that exists stays as it is. */
    public void createTopics(List<TopicSpec> topics) {
        createTopics(bootstrapServers(), topics);
    }

    /** The same on a broker that runs in another process. */
    public static void createTopics(String bootstrapServers, List<TopicSpec> topics) {
        var wanted = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configs()))
                .toList();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            for (var creation : admin.createTopics(wanted).values().values()) {
                await(creation);
            }
        }
    }

    private static void await(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while topics were created", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topics could not be created", e.getCause());
            }
        }
    }

    /** Stops the broker, and deletes its data when the folder was temporary. */
    @Override
    public void close() {
        stop();
        data.deleteIfTemporary();
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
