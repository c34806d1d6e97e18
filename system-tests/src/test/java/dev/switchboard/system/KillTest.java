package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.events.Answer;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** kill -9 in mid-work: every conversation still ends with exactly one ticket and one activity, and in its own order. */
class KillTest {
    private static final int CONVERSATIONS = 200;
    private static final Duration BETWEEN_CONVERSATIONS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void endsWithExactlyOneTicketAndOneActivityEach() throws InterruptedException {
        List<String> ids = IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> "CA" + UUID.randomUUID().toString().replace("-", ""))
                .toList();
        try (House house = House.with(
                        TestedKafka.start(),
                        Map.of("HUBSPOT_ACCESS_TOKEN", "", "SWITCHBOARD_RETRY_DELAYS", RebalanceTest.RETRY_SOON),
                        House.CRM,
                        House.TICKETING);
                EventProducer producer = new EventProducer(house.kafka().bootstrapServers());
                TopicReader answers = TopicReader.fromBeginning(house.kafka().bootstrapServers(), Topics.ANSWERS)) {
            house.sandbox().faults("salesforce").add(Fault.latency(Duration.ofMillis(150)));
            house.sandbox().faults("zendesk").add(Fault.latency(Duration.ofMillis(150)));
            // One after the other, so that the kill meets conversations at every stage.
            Thread load = Thread.ofPlatform()
                    .start(() -> ids.forEach(id -> {
                        Load.whole(id).forEach(event -> producer.send(Topics.CALLS, event));
                        Load.pause(BETWEEN_CONVERSATIONS);
                    }));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> !house.records("zendesk", "tickets").isEmpty()
                            && activities(house).size() > 3
                            && tickets(house).size() > 3);

            house.kill(House.CRM);
            house.kill(House.TICKETING);
            assertThat(tickets(house)).as("killed in mid-work").hasSizeLessThan(CONVERSATIONS);
            house.restart(House.CRM);
            house.restart(House.TICKETING);
            load.join();
            producer.flush();

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(tickets(house)).hasSizeGreaterThanOrEqualTo(CONVERSATIONS);
                assertThat(activities(house)).hasSizeGreaterThanOrEqualTo(CONVERSATIONS);
            });
            assertThat(tickets(house)).containsExactlyInAnyOrderElementsOf(keys("ticket", ids));
            assertThat(activities(house)).containsExactlyInAnyOrderElementsOf(keys("activity", ids));
            assertOrder(answers, ids);
        }
    }

    /** Each conversation's records were worked on in the order in which they were written. */
    static void assertOrder(TopicReader reader, List<String> conversations) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Answer> answers = reader.events(Answer.class);
            assertThat(conversations).allSatisfy(id -> {
                assertThat(Order.in(answers, id, Order.OF_THE_HELPDESK)).isEqualTo(Order.OF_THE_HELPDESK);
                assertThat(Order.in(answers, id, Order.OF_THE_CRM)).isEqualTo(Order.OF_THE_CRM);
            });
        });
    }

    private static List<String> keys(String purpose, List<String> ids) {
        return ids.stream().map(id -> EventId.of(purpose, id)).toList();
    }

    /** The external ids of the tickets of this test, one for each ticket. */
    static List<String> tickets(House house) {
        return house.records("zendesk", "tickets").stream()
                .map(ticket -> ticket.path("external_id").asText(""))
                .filter(id -> id.length() == 32)
                .toList();
    }

    /** The external ids of the tasks of this test, one for each task. */
    static List<String> activities(House house) {
        return house.records("salesforce", "Task").stream()
                .map(KillTest::externalId)
                .filter(id -> id.length() == 32)
                .toList();
    }

    private static String externalId(JsonNode task) {
        return task.path("AI_External_Id__c").asText("");
    }
}
