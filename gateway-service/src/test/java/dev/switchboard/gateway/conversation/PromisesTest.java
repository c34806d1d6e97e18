package dev.switchboard.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.TicketReference;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Tell me when it is solved": what the customer hears, and what the house is told. */
class PromisesTest {
    private static final Conversation CALL = TestedConversations.call("CA1");
    private static final String WISH = "please text me when it is solved";

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestedConversations gateway;

    @BeforeEach
    void open() {
        gateway = new TestedConversations(
                kafka, folder, Map.of("switchboard.tenants.acme", TestedConversations.LINE + ",+14155550001"));
    }

    @Test
    void promisesToTellOfTheTicketOfThisCall() {
        gateway.calls().greet(CALL);
        gateway.calls().hear(CALL, 1, "my order arrived broken");

        assertThat(gateway.calls().hear(CALL, 2, WISH).text()).isEqualTo("I'll text you as soon as it is solved.");

        assertThat(ended(CALL)).satisfies(ended -> {
            assertThat(ended.tellWhenSolved()).isTrue();
            assertThat(ended.escalated()).isTrue();
            assertThat(ended.understanding().intent()).isEqualTo("complaint");
        });
    }

    @Test
    void namesTheTicketThatWasAskedAbout() {
        gateway.calls().greet(CALL);
        gateway.calls().hear(CALL, 1, "what is the status of my ticket 777");
        gateway.learn(new Answer.TicketFound(CALL.id(), "zendesk", "q1", "777", "Broken lamp", "open", Instant.EPOCH));

        gateway.calls().hear(CALL, 2, "let me know as soon as it gets fixed");

        assertThat(kafka.of(Escalated.class)).isEmpty();
        assertThat(ended(CALL)).satisfies(ended -> {
            assertThat(ended.tellWhenSolved()).isTrue();
            assertThat(ended.askedTicket()).isEqualTo(new TicketReference("zendesk", "777"));
            assertThat(ended.toldTicket()).isNull();
        });
    }

    @Test
    void opensATicketWhereThereIsNone() {
        gateway.calls().greet(CALL);

        assertThat(gateway.calls().hear(CALL, 1, WISH).text())
                .endsWith("I'll text you as soon as it is solved.")
                .contains("ticket");

        assertThat(kafka.of(Escalated.class)).hasSize(1);
        assertThat(ended(CALL).tellWhenSolved()).isTrue();
    }

    @Test
    void promisesNothingToWhoWithholdsTheirNumber() {
        Conversation withheld = new Conversation(
                new ConversationId("CA2"), Channel.PHONE, "twilio", "", TestedConversations.LINE, null);
        gateway.calls().greet(withheld);

        assertThat(gateway.calls().hear(withheld, 1, WISH).text()).contains("don't know where to reach you");

        assertThat(ended(withheld).tellWhenSolved()).isFalse();
    }

    @Test
    void tellsWhoseLineItIs() {
        gateway.chats().receive(TestedConversations.message("m1", "hello")).join();

        assertThat(kafka.of(Started.class))
                .singleElement()
                .satisfies(
                        started -> assertThat(started.conversation().tenant()).isEqualTo("acme"));
    }

    private Ended ended(Conversation call) {
        gateway.calls().over(call, true, Duration.ZERO);
        return kafka.of(Ended.class).getLast();
    }
}
