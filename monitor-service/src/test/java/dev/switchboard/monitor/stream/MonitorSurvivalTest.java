package dev.switchboard.monitor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.localkafka.LocalKafka;
import dev.switchboard.localkafka.Settings;
import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.Configs;
import dev.switchboard.monitor.LogTopic;
import dev.switchboard.monitor.health.Rulebook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One firing and one resolving, whatever goes away in between: on a real broker. */
class MonitorSurvivalTest {
    private static final String ZENDESK = "zendesk";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final LocalKafka kafka = LocalKafka.start(Settings.temporary());

    @TempDir
    Path folder;

    @BeforeEach
    void createTopics() {
        LogTopic.createTopics(kafka);
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void anAlertOutlivesTheMonitorThatRaisedIt() {
        try (var topics = new LogTopic(kafka.bootstrapServers())) {
            try (var _ = monitor("first")) {
                failPings(topics);
                await().atMost(PATIENCE).until(() -> !alerts(topics).isEmpty());
            }
            try (var _ = monitor("second")) {
                failPings(topics);
                topics.log(Calls.succeeded(ZENDESK, CallLogged.PING, Instant.now()));
                await().atMost(PATIENCE).until(() -> alerts(topics).size() > 1);
            }
            assertFiredAndResolvedOnce(topics);
        }
    }

    @Test
    void anAlertOutlivesAnOutageOfKafka() {
        try (var topics = new LogTopic(kafka.bootstrapServers());
                var _ = monitor("only")) {
            failPings(topics);
            await().atMost(PATIENCE).until(() -> !alerts(topics).isEmpty());

            kafka.stop();
            kafka.start();

            topics.log(Calls.succeeded(ZENDESK, CallLogged.PING, Instant.now()));
            await().atMost(PATIENCE).until(() -> alerts(topics).size() > 1);
            assertFiredAndResolvedOnce(topics);
        }
    }

    private static void failPings(LogTopic topics) {
        for (int ping = 0; ping < 3; ping++) {
            topics.log(Calls.failedAt(ZENDESK, CallLogged.PING, "unavailable", Instant.now()));
        }
    }

    private static void assertFiredAndResolvedOnce(LogTopic topics) {
        List<AlertRaised> alerts = alerts(topics);
        assertThat(alerts)
                .extracting(AlertRaised::state)
                .containsExactly(AlertRaised.State.FIRING, AlertRaised.State.RESOLVED);
        assertThat(alerts.getFirst().since()).isEqualTo(alerts.getLast().since());
    }

    private static List<AlertRaised> alerts(LogTopic topics) {
        return topics.heard(AlertRaised.class, ZENDESK);
    }

    /** Its own state folder each time: what is remembered must come from Kafka. */
    private KafkaStreams monitor(String name) {
        var config = Configs.with(Map.of("tick", "PT0.5S"));
        var settings = new Properties();
        settings.put("application.id", "monitor");
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("processing.guarantee", "exactly_once_v2");
        settings.put("state.dir", folder.resolve(name).toString());
        settings.put("main.consumer.session.timeout.ms", 6_000);
        settings.put("main.consumer.heartbeat.interval.ms", 2_000);
        var streams = new KafkaStreams(
                MonitorTopology.of(config, new Rulebook(config, IntegrationCards.load()), () -> {}), settings);
        streams.setUncaughtExceptionHandler(_ -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }
}
