package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.ServiceProcess;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A second replica joins and leaves four times under load: all is done, once and in order, and no consumer is left hanging. */
class RebalanceTest {
    /** Twenty times three seconds: what a busy test machine could not do in time is done a little later. */
    static final String RETRY_SOON = String.join(",", Collections.nCopies(20, "3S"));

    private static final int ROUNDS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void losesDoublesAndReordersNothingWhileReplicasComeAndGo() throws InterruptedException {
        try (House house = House.with(
                        TestedKafka.start(),
                        Map.of("HUBSPOT_ACCESS_TOKEN", "", "SWITCHBOARD_RETRY_DELAYS", RETRY_SOON),
                        House.CRM,
                        House.TICKETING);
                EventProducer producer = new EventProducer(house.kafka().bootstrapServers());
                TopicReader answers = TopicReader.fromBeginning(house.kafka().bootstrapServers(), Topics.ANSWERS);
                TopicReader letters =
                        TopicReader.fromBeginning(house.kafka().bootstrapServers(), Topics.deadOf(Topics.CALLS))) {
            house.sandbox().faults("salesforce").add(Fault.latency(Duration.ofMillis(100)));
            house.sandbox().faults("zendesk").add(Fault.latency(Duration.ofMillis(100)));
            AtomicInteger sent = new AtomicInteger();
            AtomicBoolean running = new AtomicBoolean(true);
            Thread load = Thread.ofPlatform().start(() -> {
                while (running.get()) {
                    Load.whole("rebalance-" + sent.getAndIncrement())
                            .forEach(event -> producer.send(Topics.CALLS, event));
                    Load.pause(Duration.ofMillis(100));
                }
                producer.flush();
            });

            for (int round = 0; round < ROUNDS; round++) {
                ServiceProcess crm = house.replica(House.CRM);
                ServiceProcess ticketing = house.replica(House.TICKETING);
                crm.ready();
                ticketing.ready();
                int atJoin = sent.get();
                await().atMost(PATIENCE).until(() -> sent.get() > atJoin + 40);
                if (round % 2 == 0) {
                    crm.close();
                    ticketing.close();
                } else {
                    crm.kill();
                    ticketing.kill();
                }
            }
            running.set(false);
            load.join();

            List<String> ids = IntStream.range(0, sent.get())
                    .mapToObj(number -> "rebalance-" + number)
                    .toList();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(KillTest.tickets(house)).hasSizeGreaterThanOrEqualTo(ids.size());
                assertThat(KillTest.activities(house)).hasSizeGreaterThanOrEqualTo(ids.size());
            });
            assertThat(KillTest.tickets(house)).containsExactlyInAnyOrderElementsOf(keys("ticket", ids));
            assertThat(KillTest.activities(house)).containsExactlyInAnyOrderElementsOf(keys("activity", ids));
            KillTest.assertOrder(answers, ids);
            assertThat(letters.records())
                    .as("work cut off by a stop is no defect")
                    .isEmpty();
        }
    }

    private static List<String> keys(String purpose, List<String> ids) {
        return ids.stream().map(id -> EventId.of(purpose, id)).toList();
    }
}
