package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.Phone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Kafka away for thirty seconds under twenty calls a second: every call is answered and nothing accepted is lost. */
class KafkaOutageTest {
    private static final int CALLS_PER_SECOND = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void answersEveryCallAndDrainsInOrder() throws InterruptedException {
        outage(Duration.ofSeconds(30), false);
    }

    @Test
    void losesNothingThoughTheGatewayIsKilledWithAFullSpool() throws InterruptedException {
        outage(Duration.ofSeconds(10), true);
    }

    private static void outage(Duration away, boolean killTheGateway) throws InterruptedException {
        try (House house = House.with(TestedKafka.start(), Map.of(), House.GATEWAY)) {
            Map<String, Outcome> calls = new ConcurrentHashMap<>();
            house.phone("+14155550100").ring();
            house.kafka().stop();
            callFor(house, away, calls);
            assertThat(calls.values()).as("calls while Kafka was away").allSatisfy(outcome -> {
                assertThat(outcome.problem()).isEmpty();
                assertThat(outcome.greeting()).isNotBlank();
            });
            if (killTheGateway) {
                house.killAndRestart(House.GATEWAY);
            }
            house.kafka().resume();

            try (TopicReader topics = TopicReader.fromBeginning(house.kafka().bootstrapServers(), Topics.CALLS)) {
                await().atMost(PATIENCE).until(() -> calls.keySet().stream().allMatch(call -> ended(topics, call)));
                assertThat(calls.keySet())
                        .allSatisfy(call -> assertThat(first(topics, call))
                                .isEqualTo(
                                        List.of("Started", "AgentReplied", "CustomerSpoke", "AgentReplied", "Ended")));
            }
        }
    }

    private static void callFor(House house, Duration duration, Map<String, Outcome> calls)
            throws InterruptedException {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ticking = clock.scheduleAtFixedRate(
                    () -> callers.execute(() -> call(house.phone("+14155550100"), calls)),
                    0,
                    1_000 / CALLS_PER_SECOND,
                    TimeUnit.MILLISECONDS);
            Thread.sleep(duration);
            ticking.cancel(false);
        }
    }

    private static void call(Phone phone, Map<String, Outcome> calls) {
        try {
            String greeting = phone.ring();
            phone.say("thank you");
            phone.hangUp();
            calls.put(phone.callSid(), new Outcome(greeting, ""));
        } catch (RuntimeException | AssertionError e) {
            calls.put(phone.callSid(), new Outcome("", String.valueOf(e.getMessage())));
        }
    }

    private static boolean ended(TopicReader topics, String call) {
        return topics.events(ConversationEvent.Ended.class).stream()
                .anyMatch(ended -> ended.key().equals(call));
    }

    /** The kinds of events of a call in the order they lie on the topic; a repeated id counts once. */
    private static List<String> first(TopicReader topics, String call) {
        return topics.records().stream()
                .filter(record -> call.equals(record.key()))
                .map(ConsumerRecord::value)
                .map(KafkaOutageTest::identified)
                .distinct()
                .map(event -> event.split(" ", 2)[0])
                .toList();
    }

    private static String identified(Event event) {
        return event.getClass().getSimpleName() + " " + EventId.of(event);
    }

    private record Outcome(String greeting, String problem) {}
}
