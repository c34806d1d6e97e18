package dev.switchboard.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.OrderState;
import dev.switchboard.events.Question;
import dev.switchboard.events.Topics;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole connector, from a real Kafka to the simulated shop and back. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class CommerceEventsTest {
    private final String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    private final ConversationId id = new ConversationId(UUID.randomUUID().toString());
    private final EventProducer producer = new EventProducer(kafka);
    private final TopicReader answers = TopicReader.fromNow(kafka, Topics.ANSWERS);

    @BeforeEach
    void startFromTheSeed() {
        VendorTwin.of("shopify").reset();
    }

    @AfterEach
    void close() {
        producer.close();
        answers.close();
    }

    @Test
    void answersWhereSarahsOrderIs() {
        ask("+14155550100", Channel.PHONE);
        Answer.OrdersFound found = answers.await(
                Answer.OrdersFound.class, answer -> answer.conversation().equals(id));
        assertThat(found.orders()).singleElement().satisfies(order -> {
            assertThat(order.number()).isEqualTo("#1001");
            assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
            assertThat(order.carrier()).isEqualTo("UPS");
        });
    }

    @Test
    void tellsAStrangerNothingOfIt() {
        ask("+14155550199", Channel.WHATSAPP);
        answers.await(Answer.NothingFound.class, answer -> answer.conversation().equals(id));
        assertThat(answers.events(Answer.OrdersFound.class))
                .noneMatch(answer -> answer.conversation().equals(id));
    }

    private void ask(String address, Channel channel) {
        Conversation conversation = new Conversation(id, channel, "twilio", address, "+14155550000", null);
        producer.send(
                Topics.of(channel),
                new QuestionAsked(conversation, "q1", new Question.OrderStatus("1001"), null, Instant.now()));
        producer.flush();
    }
}
