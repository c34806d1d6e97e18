package dev.switchboard.gateway.conversation;

import static dev.switchboard.gateway.conversation.TestedConversations.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.TicketReference;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationsTest {
    private static final Conversation CALL = call("CA1");
    private static final String COMPLAINT = "My mug arrived broken and this is unacceptable";

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestedConversations gateway;

    @BeforeEach
    void open() {
        gateway = new TestedConversations(kafka, folder, Map.of());
        gateway.calls().greet(CALL);
    }

    @Test
    void tellsATicketThatCameLateInTheNextTurn() {
        assertThat(gateway.calls().hear(CALL, 1, COMPLAINT).text()).contains("you will get its number by text");
        ticketOpened();

        assertThat(gateway.calls().hear(CALL, 2, "thank you").text()).endsWith("Your ticket is number 12345.");
        assertThat(gateway.calls().hear(CALL, 3, "thank you").text()).doesNotContain("12345");

        gateway.calls().over(CALL, true, Duration.ZERO);
        assertThat(kafka.of(Ended.class))
                .extracting(Ended::toldTicket)
                .containsExactly(new TicketReference("zendesk", "12345"));
    }

    @Test
    void doesNotSayThatATicketWasToldWhenItCameAfterTheLastWords() {
        gateway.calls().hear(CALL, 1, COMPLAINT);
        ticketOpened();

        gateway.calls().over(CALL, true, Duration.ZERO);

        assertThat(kafka.of(Ended.class)).singleElement().satisfies(ended -> {
            assertThat(ended.toldTicket()).isNull();
            assertThat(ended.escalated()).isTrue();
        });
    }

    @Test
    void namesALateTicketOnceToWhoComplainsAgain() {
        gateway.calls().hear(CALL, 1, COMPLAINT);
        ticketOpened();

        assertThat(gateway.calls().hear(CALL, 2, COMPLAINT).text())
                .endsWith("A colleague will get back to you about ticket 12345.");

        gateway.calls().over(CALL, true, Duration.ZERO);
        assertThat(kafka.of(Ended.class))
                .extracting(Ended::toldTicket)
                .containsExactly(new TicketReference("zendesk", "12345"));
        assertThat(kafka.of(Escalated.class)).hasSize(1);
    }

    private void ticketOpened() {
        gateway.learn(new Answer.TicketOpened(CALL.id(), "zendesk", "12345", null, Instant.EPOCH));
    }
}
