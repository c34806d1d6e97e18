package dev.switchboard.localkafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's configuration: one node, loopback only, quick to start, small in memory. */
final class ServerProperties {
    static final int NODE = 1;
    private static final String HOST = "127.0.0.1";

    /** Nothing to wait for and nobody to replicate to; buffers and threads for one developer's machine. */
    private static final Map<String, String> SINGLE_SMALL_NODE = Map.ofEntries(
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "8"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            // After a kill -9 the controller waits this long before it lets the same broker in again; the default is 9
            // s.
            Map.entry("broker.session.timeout.ms", "4000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            // The default takes 128 MB of heap at the start, whether or not there is anything to compact.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            // A misspelled topic is an error, not a new topic.
            Map.entry("auto.create.topics.enable", "false"));

    private ServerProperties() {}

    static Properties of(int port, int controllerPort, Path data) {
        var properties = new Properties();
        properties.putAll(SINGLE_SMALL_NODE);
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE));
        properties.setProperty("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
        properties.setProperty("log.dirs", data.toString());
        return properties;
    }
}
