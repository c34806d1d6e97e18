package dev.switchboard.monitor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import dev.switchboard.events.kafka.EventSerializer;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.PingRequested;
import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.events.monitoring.StatusReported.State;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.Configs;
import dev.switchboard.monitor.MonitorConfig;
import dev.switchboard.monitor.health.Rulebook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorTopologyTest {
    private static final String ZENDESK = "zendesk";
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final AtomicInteger unreadable = new AtomicInteger();
    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<String, Event> logs =
            driver.createInputTopic(Topics.LOGS, new StringSerializer(), new EventSerializer());
    private final TestOutputTopic<String, Event> alerts = output(Topics.ALERTS);
    private final TestOutputTopic<String, Event> statuses = output(Topics.STATUS);
    private final TestOutputTopic<String, Event> pings = output(Topics.PINGS);
    private Instant now = START;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void raisesAnAuthFailureOnTheRecordAndNotAtTheTick() {
        log(Calls.failed(ZENDESK, "auth-expired", now));

        TestRecord<String, Event> raised = alerts.readRecord();

        assertThat(raised.key()).isEqualTo("zendesk/auth-failure");
        assertThat(raised.value()).isInstanceOf(AlertRaised.class);
        StatusReported status = lastStatus();
        assertThat(status.state()).isEqualTo(State.DOWN);
        assertThat(status.alerts()).containsExactly("auth-failure");
    }

    @Test
    void warnsOfASpentDayOnTheRecordAndNotAtTheTick() {
        log(Calls.leaving(ZENDESK, 0, now));

        assertThat(alerts.readRecord().key()).isEqualTo("zendesk/rate-limit");
        assertThat(lastStatus().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void writesCloudEvents() {
        log(Calls.failed(ZENDESK, "auth-expired", now));

        TestRecord<String, Event> raised = alerts.readRecord();

        assertThat(header(raised, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(raised, "ce_id")).isEqualTo(EventId.of(raised.value()));
        assertThat(header(raised, "ce_type")).isEqualTo("integration.alert.v1");
        assertThat(header(raised, "ce_source")).isEqualTo("/switchboard/monitor");
        assertThat(header(raised, "ce_subject")).isEqualTo("zendesk/auth-failure");
        assertThat(header(raised, "ce_time")).isEqualTo(START.toString());
        assertThat(header(raised, "content-type")).isEqualTo("application/json");
    }

    @Test
    void firesOnceAndResolvesOnceWithoutNewCalls() {
        for (int call = 0; call < 10; call++) {
            log(Calls.failed(ZENDESK, "unavailable", now));
        }
        pass(Duration.ofMinutes(7));

        List<AlertRaised> raised = readAlerts();

        assertThat(raised)
                .extracting(AlertRaised::state)
                .containsExactly(AlertRaised.State.FIRING, AlertRaised.State.RESOLVED);
        assertThat(raised.getFirst().since()).isEqualTo(raised.getLast().since());
    }

    @Test
    void reportsAStatusOnlyWhenItChanges() {
        log(Calls.took(ZENDESK, now, 120));
        pass(Duration.ofSeconds(10));
        List<TestRecord<String, Event>> first = statuses.readRecordsToList();

        pass(Duration.ofMinutes(4));

        assertThat(first).hasSizeBetween(1, 2).allMatch(record -> record.key().equals(ZENDESK));
        assertThat(statuses.isEmpty()).isTrue();
    }

    @Test
    void asksForAPingAtOnceAndThenAtEveryInterval() {
        log(Calls.took(ZENDESK, now, 20));
        pass(Duration.ofSeconds(10));
        assertThat(pings.readRecordsToList()).hasSize(1);

        pass(Duration.ofMinutes(5));

        List<TestRecord<String, Event>> asked = pings.readRecordsToList();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().key()).isEqualTo(ZENDESK);
        assertThat(asked.getFirst().value()).isInstanceOf(PingRequested.class);
    }

    @Test
    void doesNotAskForThePingThatTheConnectorMadeItself() {
        log(Calls.succeeded(ZENDESK, CallLogged.PING, now));
        pass(Duration.ofMinutes(4));

        assertThat(pings.isEmpty()).isTrue();
    }

    @Test
    void aSilentSystemBecomesUnknown() {
        log(Calls.succeeded(ZENDESK, CallLogged.PING, now));
        pass(Duration.ofMinutes(10));

        assertThat(lastStatus().state()).isEqualTo(State.UNKNOWN);

        log(Calls.succeeded(ZENDESK, CallLogged.PING, now));
        assertThat(lastStatus().state()).isEqualTo(State.UP);
    }

    @Test
    void forgetsASystemThatIsGoneForADay() {
        log(Calls.succeeded(ZENDESK, CallLogged.PING, now));
        pass(Duration.ofDays(1));

        var raw = driver.createOutputTopic(Topics.STATUS, new StringDeserializer(), new ByteArrayDeserializer());
        TestRecord<String, byte[]> last = raw.readRecordsToList().getLast();

        assertThat(last.key()).isEqualTo(ZENDESK);
        assertThat(last.value()).isNull();
        assertThat(driver.getKeyValueStore("memories").get(ZENDESK)).isNull();
    }

    @Test
    void keepsOnlyTheBucketsOfTheWindow() {
        for (int minute = 0; minute < 30; minute++) {
            log(Calls.took(ZENDESK, now, 20));
            pass(Duration.ofMinutes(1));
        }

        assertThat(driver.<String, byte[]>getKeyValueStore("buckets").approximateNumEntries())
                .isLessThanOrEqualTo(6);
    }

    @Test
    void countsAndSkipsWhatItCannotRead() {
        var bytes = driver.createInputTopic(Topics.LOGS, new StringSerializer(), new StringSerializer());
        var call = new RecordHeaders().add("ce_type", "integration.call-logged.v1".getBytes(StandardCharsets.UTF_8));
        bytes.pipeInput(new TestRecord<>(ZENDESK, "{not json", call, now));
        bytes.pipeInput(new TestRecord<>(ZENDESK, "{}", call, now));
        bytes.pipeInput(new TestRecord<>(ZENDESK, "{}", new RecordHeaders(), now));

        log(Calls.failed(ZENDESK, "auth-expired", now));

        assertThat(unreadable).hasValue(3);
        assertThat(alerts.isEmpty()).isFalse();
    }

    private TopologyTestDriver driver() {
        MonitorConfig config = Configs.defaults();
        var topology =
                MonitorTopology.of(config, new Rulebook(config, IntegrationCards.load()), unreadable::incrementAndGet);
        return new TopologyTestDriver(topology, new Properties(), START);
    }

    private TestOutputTopic<String, Event> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new EventDeserializer());
    }

    private void log(CallLogged call) {
        var headers = new RecordHeaders().add("ce_type", EventTypes.of(call).getBytes(StandardCharsets.UTF_8));
        logs.pipeInput(new TestRecord<>(call.integration(), call, headers, now));
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(10);
            driver.advanceWallClockTime(Duration.ofSeconds(10));
        }
    }

    private List<AlertRaised> readAlerts() {
        return alerts.readValuesToList().stream().map(AlertRaised.class::cast).toList();
    }

    private StatusReported lastStatus() {
        return (StatusReported) statuses.readValuesToList().getLast();
    }

    private static String header(TestRecord<String, Event> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
