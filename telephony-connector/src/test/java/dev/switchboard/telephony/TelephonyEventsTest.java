package dev.switchboard.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.Channel;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.OutboundCommand.TagContact;
import dev.switchboard.events.Topics;
import dev.switchboard.runtime.messaging.EventPublisher;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** From the topic to the vendor, on a real Kafka. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class TelephonyEventsTest {
    @Inject
    EventPublisher publisher;

    private final ConversationId conversation =
            new ConversationId("CA" + UUID.randomUUID().toString().replace("-", ""));

    @Test
    void sendsWhatIsOnTheTopicOnceAndInOrder() {
        String words = "Your ticket number is " + conversation.value();
        publisher.command(message(words));
        await().atMost(Duration.ofSeconds(30)).until(() -> sent(words) == 1);
        publisher.command(message("Good bye, " + conversation.value()));
        await().atMost(Duration.ofSeconds(30)).until(() -> sent("Good bye, " + conversation.value()) == 1);
        assertThat(sent(words)).isEqualTo(1);
    }

    @Test
    void writesADeadLetterWithTheReason() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader dead = TopicReader.fromNow(kafka, Topics.deadOf(Topics.OUTBOUND))) {
            publisher.command(new TagContact(conversation, "tag", "twilio", "C1", Map.of()));
            dead.await(TagContact.class, tag -> tag.conversation().equals(conversation));
            String reason = new String(
                    dead.records()
                            .getLast()
                            .headers()
                            .lastHeader("switchboard-dead-reason")
                            .value(),
                    StandardCharsets.UTF_8);
            assertThat(reason).isEqualTo("Tagging contacts is not offered by twilio");
        }
    }

    private SendMessage message(String words) {
        return new SendMessage(conversation, words, Channel.SMS, "+14155550000", "+14155550100", words);
    }

    private static long sent(String words) {
        return VendorTwin.of("twilio").records("messages").stream()
                .filter(message -> message.path("body").asText().equals(words))
                .count();
    }
}
