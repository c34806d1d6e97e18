package dev.switchboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.conversation.TestedConversations;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    private static final Conversation CALL = TestedConversations.call("CA1");

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @Test
    void putsTheCallerThroughToThePersonWhoIsSet() {
        assertThat(answer(Map.of("switchboard.transfer-to", "+14155550999"), "I want to speak to a human"))
                .contains("<Say language=\"en-US\">Of course. I'm putting you through to a colleague.</Say>")
                .contains(
                        "<Dial action=\"http://127.0.0.1:8080/transferred?turn=2\" answerOnBridge=\"true\" method=\"POST\">+14155550999</Dial>")
                .doesNotContain("Gather", "ticket");
        assertThat(kafka.of(Escalated.class)).hasSize(1);
    }

    @Test
    void opensATicketWhenNobodyIsSet() {
        assertThat(answer(Map.of(), "I want to speak to a human"))
                .contains("I'm opening a ticket; you will get its number by text.")
                .contains("<Gather")
                .doesNotContain("<Dial");
        assertThat(kafka.of(Escalated.class)).hasSize(1);
    }

    @Test
    void hangsUpAfterAGoodbye() {
        assertThat(answer(Map.of(), "ok, that's all"))
                .contains("Goodbye!</Say><Hangup/>")
                .doesNotContain("<Gather");
    }

    private String answer(Map<String, String> values, String words) {
        var calls = new TestedConversations(kafka, folder, values).calls();
        calls.greet(CALL);
        return new Documents(SetUps.settings(values)).of(calls.hear(CALL, 1, words), 2);
    }
}
