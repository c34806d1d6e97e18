package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.call;
import static dev.switchboard.gateway.TestChannels.fresh;
import static dev.switchboard.gateway.TestChannels.twilio;
import static dev.switchboard.gateway.TestChannels.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.OrderState;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Question;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
class PhoneCallTest {
    private static final Customer SARAH = new Customer(
            "salesforce",
            "003",
            "Sarah",
            "Sarah Lee",
            "sarah@example.com",
            TestChannels.SARAH,
            "Acme",
            "gold",
            List.of());

    private final Connectors connectors = Connectors.beside();

    @BeforeEach
    void waitUntilReady() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        connectors.close();
    }

    @Test
    void greetsByNameWhenTheCrmKnowsTheCaller() {
        String sid = fresh("CA");
        connectors.answering(PhoneCallTest::knowingSarah);

        var answer = twilio("/incoming-call", call(sid));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(answer.body())
                .contains("<Say language=\"en-US\">Hi Sarah! How can I help you today?</Say>")
                .contains("action=\"https://gateway.example.com/process-speech?turn=1\"")
                .contains("input=\"dtmf speech\"")
                .contains("actionOnEmptyResult=\"true\"")
                .contains(
                        "<Redirect method=\"POST\">https://gateway.example.com/process-speech?turn=1&amp;timeout=1</Redirect>");
        assertThat(connectors.await(sid, ConversationEvent.AgentReplied.class).text())
                .startsWith("Hi Sarah!");
        assertThat(connectors.of(sid).getFirst()).isInstanceOfSatisfying(ConversationEvent.Started.class, started -> {
            assertThat(started.conversation().customerAddress()).isEqualTo(TestChannels.SARAH);
            assertThat(started.conversation().lineAddress()).isEqualTo(TestChannels.LINE);
        });
    }

    @Test
    void greetsAnonymouslyWhenTheCrmIsTooSlow() {
        String sid = fresh("CA");

        var answer = twilio("/incoming-call", call(sid));

        assertThat(answer.body()).contains("Hello! How can I help you today?");
    }

    @Test
    void goesOnWithACallerWhomNobodyTook() {
        String sid = fresh("CA");
        connectors.answering(PhoneCallTest::knowingSarah);
        twilio("/incoming-call", call(sid));

        var answer = twilio("/transferred?turn=2", with(call(sid), "DialCallStatus", "no-answer"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("nobody could take your call just now. How can I help you today?")
                .contains("action=\"https://gateway.example.com/process-speech?turn=3\"");
        var next = twilio("/process-speech?turn=3", with(call(sid), "SpeechResult", "what are your opening hours?"));
        assertThat(next.body()).contains("<Say", "process-speech?turn=4");
    }

    @Test
    void findsTheTurnOfACallerWhomAnotherServicePutThrough() {
        String sid = fresh("CA");
        twilio("/incoming-call", call(sid));

        var answer = twilio("/transferred", with(call(sid), "DialCallStatus", "busy"));

        assertThat(answer.body()).contains("nobody could take your call", "process-speech?turn=2");
    }

    @Test
    void hangsUpAfterAColleagueHasTalkedWithTheCaller() {
        String sid = fresh("CA");
        twilio("/incoming-call", call(sid));

        var answer = twilio("/transferred?turn=2", with(call(sid), "DialCallStatus", "completed"));

        assertThat(answer.body()).contains("<Hangup/>").doesNotContain("<Say", "<Gather");
    }

    @Test
    void answersFromTheOrderSystemAndTextsTheTrackingLink() {
        String sid = fresh("CA");
        connectors.answering(event -> event instanceof ConversationEvent.QuestionAsked asked
                ? Optional.of(shipped(asked))
                : knowingSarah(event));
        twilio("/incoming-call", call(sid));

        var answer = twilio(
                "/process-speech?turn=1", with(call(sid), "SpeechResult", "Where is my order one thousand and one?"));

        assertThat(answer.body())
                .contains("Your order 1001 shipped yesterday with UPS. I've texted you the tracking link.")
                .doesNotContain("49.90")
                .contains("process-speech?turn=2");
        var asked = connectors.await(sid, ConversationEvent.QuestionAsked.class);
        assertThat(asked.question()).isEqualTo(new Question.OrderStatus("1001"));
        assertThat(asked.customer()).isEqualTo(SARAH);
        var text = connectors.await(sid, SendMessage.class);
        assertThat(text.text()).isEqualTo("Track your order: https://ups.example/1Z1");
        assertThat(text.to()).isEqualTo(TestChannels.SARAH);
    }

    @Test
    void tellsTheTicketNumberAndEndsTheCallOnce() {
        String sid = fresh("CA");
        connectors.answering(event -> event instanceof ConversationEvent.Escalated
                ? Optional.of(new Answer.TicketOpened(id(event), "zendesk", "12345", null, Instant.now()))
                : knowingSarah(event));
        twilio("/incoming-call", call(sid));

        var answer = twilio(
                "/process-speech?turn=1",
                with(call(sid), "SpeechResult", "My mug arrived broken and this is unacceptable"));
        assertThat(answer.body()).contains("I've created ticket 12345 for you.");
        Map<String, String> over = with(with(call(sid), "CallStatus", "completed"), "CallDuration", "31");
        assertThat(twilio("/call-status", over).statusCode()).isEqualTo(204);
        assertThat(twilio("/call-status", over).statusCode()).isEqualTo(204);

        var ended = connectors.await(sid, ConversationEvent.Ended.class);
        assertThat(ended.escalated()).isTrue();
        assertThat(ended.toldTicket()).isEqualTo(new TicketReference("zendesk", "12345"));
        assertThat(ended.customer()).isEqualTo(SARAH);
        assertThat(ended.understanding().intent()).isEqualTo("complaint");
        assertThat(ended.understanding().resolved()).isFalse();
        assertThat(ended.understanding().transcript()).hasSize(3);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(connectors.of(sid))
                        .filteredOn(ConversationEvent.Ended.class::isInstance)
                        .hasSize(1));
    }

    @Test
    void answersADoubledWebhookWithTheSameDocumentAndNoSecondEvent() {
        String sid = fresh("CA");
        connectors.answering(PhoneCallTest::knowingSarah);

        var first = twilio("/incoming-call", call(sid));
        var second = twilio("/incoming-call", call(sid));

        assertThat(second.body()).isEqualTo(first.body());
        connectors.await(sid, ConversationEvent.AgentReplied.class);
        assertThat(connectors.of(sid)).hasSize(2);
    }

    @Test
    void readsEveryPartitionThereIsOfTheAnswers() {
        String read = ConfigProvider.getConfig().getValue("mp.messaging.incoming.answers.assign-seek", String.class);
        int partitions = Topics.all().stream()
                .filter(topic -> topic.name().equals(Topics.ANSWERS))
                .findFirst()
                .orElseThrow()
                .partitions();

        assertThat(read)
                .isEqualTo(IntStream.range(0, partitions)
                        .mapToObj(partition -> partition + ":-1")
                        .collect(Collectors.joining(",")));
    }

    private static Optional<Answer> knowingSarah(ConversationEvent event) {
        return event instanceof ConversationEvent.Started
                ? Optional.of(new Answer.CustomerNamed(id(event), "salesforce", SARAH, Instant.now()))
                : Optional.empty();
    }

    private static Answer shipped(ConversationEvent.QuestionAsked asked) {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        var order = new Answer.Order(
                "1001",
                OrderState.SHIPPED,
                yesterday,
                yesterday,
                null,
                "UPS",
                URI.create("https://ups.example/1Z1"),
                null,
                List.of("Mug"));
        return new Answer.OrdersFound(
                asked.conversation().id(), "shopify", asked.questionId(), List.of(order), Instant.now());
    }

    private static ConversationId id(ConversationEvent event) {
        return event.conversation().id();
    }
}
