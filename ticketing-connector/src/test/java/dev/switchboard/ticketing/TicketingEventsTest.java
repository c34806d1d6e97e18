package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Question;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Topics;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole connector, from a real Kafka to the simulated helpdesk and back. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(TicketingEventsTest.QuickRetries.class)
class TicketingEventsTest {
    private final String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    private final VendorTwin zendesk = VendorTwin.of("zendesk");
    private final ConversationId id = new ConversationId(UUID.randomUUID().toString());
    private final Conversation call =
            new Conversation(id, Channel.PHONE, "twilio", "+14155550100", "+14155550000", null);
    private final EventProducer producer = new EventProducer(kafka);
    private final TopicReader published = TopicReader.fromNow(kafka, Topics.ANSWERS, Topics.OUTBOUND);

    @BeforeEach
    void startFromTheSeed() {
        zendesk.reset();
    }

    @AfterEach
    void close() {
        producer.close();
        published.close();
    }

    @Test
    void aCallThatEscalatesAndEndsHasOneTicketAndItsNumberIsTold() {
        publish(Scene.escalated(call, null, Sentiment.ANGRY));
        publish(Scene.ended(call, false, true, null));
        SendMessage message =
                published.await(SendMessage.class, sent -> sent.conversation().equals(id));
        assertThat(tickets()).singleElement().satisfies(ticket -> {
            assertThat(message.text()).contains(ticket.path("id").asText());
            assertThat(ticket.path("priority").asText()).isEqualTo("urgent");
        });
        assertThat(zendesk.records("comments"))
                .filteredOn(comment ->
                        comment.path("ticket_id").equals(tickets().getFirst().path("id")))
                .hasSize(2)
                .allSatisfy(comment ->
                        assertThat(comment.path("public").asBoolean()).isFalse());
    }

    @Test
    void theSameEventTwiceMakesOneTicket() {
        publish(Scene.escalated(call, null, Sentiment.NEUTRAL));
        publish(Scene.escalated(call, null, Sentiment.NEUTRAL));
        publish(Scene.asked(call, new Question.HowTo("return an item")));
        published.await(
                Answer.ArticlesFound.class, found -> found.conversation().equals(id));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void tellsAtOnceThatTheHelpdeskIsAwayAndOpensTheTicketLater() {
        zendesk.fail("SERVER_ERROR", 6);
        publish(Scene.escalated(call, null, Sentiment.NEGATIVE));
        published.await(
                Answer.Failed.class,
                failed -> failed.conversation().equals(id) && failed.asked().equals(Answer.Failed.TICKET));
        published.await(
                Answer.TicketOpened.class, opened -> opened.conversation().equals(id));
        assertThat(tickets()).hasSize(1);
    }

    private void publish(Event event) {
        producer.send(Topics.CALLS, event);
        producer.flush();
    }

    private List<JsonNode> tickets() {
        String key = EventId.of("ticket", id.value());
        return zendesk.records("tickets").stream()
                .filter(ticket -> ticket.path("external_id").asText().equals(key))
                .toList();
    }

    /** Retries that a test can wait for. */
    public static class QuickRetries implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("switchboard.retry.delays", "1S,1S,1S");
        }
    }
}
