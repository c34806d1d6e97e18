package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
class WhatsAppChatTest {
    private final Connectors connectors = Connectors.beside();
    private final String wamid = fresh("wamid.");
    private final String chat = EventId.of("WHATSAPP", wamid);
    private final String user = "1" + Long.toString(System.nanoTime()).substring(3);

    @BeforeEach
    void waitUntilReady() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
        connectors.answering(event -> event instanceof ConversationEvent.Started started
                ? Optional.of(new Answer.CustomerUnknown(started.conversation().id(), "salesforce", Instant.now()))
                : Optional.empty());
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        connectors.close();
    }

    @Test
    void repliesToAMessageOnceHoweverOftenItComes() {
        String batch = batch(text(wamid, "\"from\":\"" + user + "\",", "hello"));

        assertThat(TestChannels.whatsApp(batch).statusCode()).isEqualTo(200);
        assertThat(TestChannels.whatsApp(batch).statusCode()).isEqualTo(200);

        SendMessage reply = connectors.await(chat, SendMessage.class);
        assertThat(reply.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(reply.to()).isEqualTo("+" + user);
        assertThat(reply.from()).isEqualTo("+34910000000");
        assertThat(reply.purpose()).isEqualTo("reply-1");
        assertThat(connectors.of(chat)).hasSize(4);
        assertThat(connectors.records())
                .filteredOn(record -> chat.equals(record.key()))
                .extracting(record -> record.topic())
                .containsOnly(Topics.CHATS, Topics.OUTBOUND);
    }

    @Test
    void takesEveryMessageOfABatchAndLeavesOutWhatItDoesNotKnow() {
        String second = fresh("wamid.");
        String batch = batch("{\"type\":\"hologram\"}," + text(wamid, "\"from\":\"" + user + "\",", "hello") + ","
                + text(second, "\"from\":\"" + user + "\",", "ok, that's all"));

        assertThat(TestChannels.whatsApp(batch).statusCode()).isEqualTo(200);

        var ended = connectors.await(chat, ConversationEvent.Ended.class);
        assertThat(ended.understanding().transcript()).hasSize(4);
        assertThat(connectors.of(chat))
                .filteredOn(SendMessage.class::isInstance)
                .extracting(message -> ((SendMessage) message).purpose())
                .containsExactly("reply-1", "reply-2");
    }

    @Test
    void knowsACustomerWhoHidesTheNumberByTheirId() {
        String id = "ES.1349" + user;

        TestChannels.whatsApp(batch(text(wamid, "\"from_user_id\":\"" + id + "\",", "hello")));

        assertThat(connectors
                        .await(chat, ConversationEvent.Started.class)
                        .conversation()
                        .customerAddress())
                .isEqualTo(id);
    }

    @Test
    void answersATextWithAMessageAndAnEmptyDocument() {
        String sid = fresh("SM");
        Map<String, String> fields = new TreeMap<>(Map.of(
                "MessageSid",
                sid,
                "AccountSid",
                TestChannels.ACCOUNT,
                "From",
                "+" + user,
                "To",
                TestChannels.LINE,
                "Body",
                "Where is my order?"));

        var answer = TestChannels.twilio("/incoming-sms", fields);
        TestChannels.twilio("/incoming-sms", fields);

        assertThat(answer.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
        String conversation = EventId.of("SMS", sid);
        SendMessage reply = connectors.await(conversation, SendMessage.class);
        assertThat(reply.channel()).isEqualTo(Channel.SMS);
        assertThat(reply.text()).contains("What is your order number?");
        assertThat(connectors.of(conversation)).hasSize(4);
    }

    private static String text(String id, String from, String body) {
        return "{" + from + "\"id\":\"" + id + "\",\"timestamp\":\"1749416383\",\"type\":\"text\",\"text\":{\"body\":\""
                + body + "\"}}";
    }

    private static String batch(String messages) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"WABA","changes":[
                  {"field":"account_update","value":{}},
                  {"field":"messages","value":{"messaging_product":"whatsapp",
                   "metadata":{"display_phone_number":"34910000000","phone_number_id":"106540352242922"},
                   "contacts":[{"profile":{"name":"Ana"}}],
                   "statuses":[{"id":"wamid.out","status":"delivered"}],
                   "messages":[%s]}}]}]}""".formatted(messages);
    }
}
