package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.call;
import static dev.switchboard.gateway.TestChannels.fresh;
import static dev.switchboard.gateway.TestChannels.twilio;
import static dev.switchboard.gateway.TestChannels.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Event;
import dev.switchboard.localkafka.LocalKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KafkaAround.class, restrictToAnnotatedClass = true)
class KafkaOutageTest {
    @SuppressWarnings("NullAway.Init")
    LocalKafka kafka;

    @Test
    void answersEveryCallWithoutKafkaAndLosesNothing() throws InterruptedException {
        ready();
        String before = fresh("CA");
        twilio("/incoming-call", call(before));
        kafka.stop();

        String during = fresh("CA");
        assertThat(twilio("/incoming-call", call(during)).body()).contains("Hello! How can I help you today?");
        Instant asked = Instant.now();
        assertThat(twilio("/process-speech?turn=1", with(call(during), "SpeechResult", "Where is my order 1001?"))
                        .body())
                .contains("I can't see our orders right now");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
        twilio("/process-speech?turn=1", with(call(before), "SpeechResult", "hello"));
        assertThat(twilio("/call-status", with(call(during), "CallStatus", "completed"))
                        .statusCode())
                .isEqualTo(204);
        ready();
        assertThat(TestChannels.get("/q/health/ready").body()).contains("\"events-go-to\": \"disk\"");
        assertThat(TestChannels.get("/q/metrics").body()).containsPattern("switchboard_spooled_events [1-9]");

        kafka.start();
        try (var connectors = Connectors.beside()) {
            connectors.await(during, ConversationEvent.Ended.class);
            assertThat(types(connectors.of(during)))
                    .containsExactly(
                            "Started", "AgentReplied", "CustomerSpoke", "QuestionAsked", "AgentReplied", "Ended");
            assertThat(types(connectors.of(before)))
                    .containsExactly("Started", "AgentReplied", "CustomerSpoke", "AgentReplied");
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(TestChannels.get("/q/health/ready").body())
                                    .contains("\"events-go-to\": \"kafka\"", "\"spooled-events\": 0"));
            greetsByNameAgain(connectors);
        }
    }

    /** The reader of answers has found Kafka again too. */
    private static void greetsByNameAgain(Connectors connectors) {
        connectors.answering(event -> event instanceof ConversationEvent.Started started
                ? Optional.of(new Answer.CustomerIdentified(
                        started.conversation().id(),
                        "salesforce",
                        new Customer("salesforce", "1", "Sarah", "Sarah Lee", null, null, null, null, List.of()),
                        false,
                        Instant.now()))
                : Optional.empty());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                twilio("/incoming-call", call(fresh("CA"))).body())
                        .contains("Hi Sarah!"));
    }

    private static void ready() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
