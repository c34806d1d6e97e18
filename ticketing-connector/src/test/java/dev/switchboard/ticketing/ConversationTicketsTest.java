package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Sentiment;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTicketsTest {
    private final Scene scene = new Scene();

    @Test
    void opensATicketWithWhatTheConversationTells() {
        scene.tickets.escalated(Scene.escalated(Scene.call(), Scene.SARAH, Sentiment.NEGATIVE), 1);
        assertThat(scene.helpdesk.opened).singleElement().satisfies(ticket -> {
            assertThat(ticket.key().value()).isEqualTo(EventId.of("ticket", "CA1"));
            assertThat(ticket.subject()).isEqualTo("Parcel broken");
            assertThat(ticket.transcript()).isEqualTo("Customer: it broke");
            assertThat(ticket.requesterName()).isEqualTo("Sarah Lee");
            assertThat(ticket.phone()).isEqualTo(new PhoneNumber("+14155550100"));
            assertThat(ticket.email()).isEqualTo(new EmailAddress("sarah@example.com"));
            assertThat(ticket.tags()).containsExactly("ai-created", "broken-item");
            assertThat(ticket.fields())
                    .containsEntry("intent", "Broken Item")
                    .containsEntry("sentiment", "negative")
                    .containsEntry("channel", "phone");
        });
        assertThat(scene.said.answers).singleElement().isInstanceOfSatisfying(Answer.TicketOpened.class, answer -> {
            assertThat(answer.number()).isEqualTo("12345");
            assertThat(answer.system()).isEqualTo("memory");
        });
    }

    @ParameterizedTest
    @CsvSource({"ANGRY,URGENT", "NEGATIVE,HIGH", "NEUTRAL,NORMAL", "POSITIVE,LOW"})
    void takesThePriorityFromTheSentiment(Sentiment sentiment, Priority priority) {
        scene.tickets.escalated(Scene.escalated(Scene.call(), null, sentiment), 1);
        assertThat(scene.helpdesk.opened.getFirst().priority()).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({"PHONE,+14155550100,true", "MESSENGER,4155550100,false", "PHONE,client:ann,false"})
    void takesAnAddressForANumberOnlyWhereItIsOne(Channel channel, String address, boolean number) {
        scene.tickets.escalated(Scene.escalated(Scene.on(channel, address), null, Sentiment.NEUTRAL), 1);
        assertThat(scene.helpdesk.opened.getFirst().phone() != null).isEqualTo(number);
    }

    @Test
    void tellsTheWaitingTurnAtOnceThatItFailedAndLeavesTheRestToTheRetry() {
        scene.helpdesk.failing = new Failure.Unavailable(503, true, null);
        assertThatThrownBy(() ->
                        scene.tickets.escalated(Scene.escalated(Scene.call(), Scene.SARAH, Sentiment.NEGATIVE), 1))
                .isInstanceOf(IntegrationException.class);
        assertThat(scene.said.answers).singleElement().isInstanceOfSatisfying(Answer.Failed.class, answer -> {
            assertThat(answer.asked()).isEqualTo(Answer.Failed.TICKET);
            assertThat(answer.failure()).isEqualTo("unavailable");
        });
    }

    @Test
    void tellsNobodyAgainWhenARetryFails() {
        scene.helpdesk.failing = new Failure.Unavailable(503, true, null);
        assertThatThrownBy(() ->
                        scene.tickets.escalated(Scene.escalated(Scene.call(), Scene.SARAH, Sentiment.NEGATIVE), 2))
                .isInstanceOf(IntegrationException.class);
        assertThat(scene.said.answers).isEmpty();
    }

    @Test
    void saysThatThereIsNoHelpdesk() {
        Scene empty = Scene.withoutHelpdesk();
        empty.tickets.escalated(Scene.escalated(Scene.call(), Scene.SARAH, Sentiment.NEGATIVE), 1);
        empty.tickets.ended(Scene.ended(Scene.call(), false, false, null));
        assertThat(empty.said.answers).singleElement().isInstanceOf(Answer.Failed.class);
    }

    @Test
    void opensNoTicketForAConversationThatHelped() {
        scene.tickets.ended(Scene.ended(Scene.call(), true, false, null));
        assertThat(scene.helpdesk.opened).isEmpty();
        assertThat(scene.said.answers).isEmpty();
        assertThat(scene.said.commands).isEmpty();
    }

    @Test
    void opensATicketAtTheEndAndTextsItsNumber() {
        scene.tickets.ended(Scene.ended(Scene.call(), false, false, null));
        assertThat(scene.helpdesk.opened).hasSize(1);
        assertThat(scene.said.commands).singleElement().isInstanceOfSatisfying(SendMessage.class, message -> {
            assertThat(message.purpose()).isEqualTo("ticket-number");
            assertThat(message.channel()).isEqualTo(Channel.SMS);
            assertThat(message.from()).isEqualTo("+14155550000");
            assertThat(message.to()).isEqualTo("+14155550100");
            assertThat(message.text()).startsWith("Your ticket number is 12345.");
        });
    }

    @Test
    void answersAChatOnItsOwnChannel() {
        scene.tickets.ended(Scene.ended(Scene.on(Channel.WHATSAPP, "+14155550100"), false, false, null));
        assertThat(((SendMessage) scene.said.commands.getFirst()).channel()).isEqualTo(Channel.WHATSAPP);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"+14155550100,12345", "'',-"})
    void textsNobodyWhoWasToldOrCannotBeReached(String address, String toldTicket) {
        scene.tickets.ended(Scene.ended(Scene.on(Channel.PHONE, address), false, false, toldTicket));
        assertThat(scene.helpdesk.opened).hasSize(1);
        assertThat(scene.said.commands).isEmpty();
    }

    @Test
    void addsTheFinalTranscriptToTheTicketOfTheEscalation() {
        scene.tickets.escalated(Scene.escalated(Scene.call(), Scene.SARAH, Sentiment.NEGATIVE), 1);
        scene.tickets.ended(Scene.ended(Scene.call(), true, true, "12345"));
        assertThat(scene.helpdesk.opened).hasSize(1);
        assertThat(scene.helpdesk.comments).singleElement().satisfies(comment -> {
            assertThat(comment.ticketId()).isEqualTo("id-12345");
            assertThat(comment.text()).contains("hurry up");
            assertThat(comment.visibleToCustomer()).isFalse();
        });
        assertThat(scene.said.answers)
                .extracting(answer -> ((Answer.TicketOpened) answer).number())
                .containsExactly("12345", "12345");
    }

    @Test
    void opensTheTicketThatTheEscalationCouldNot() {
        scene.tickets.ended(Scene.ended(Scene.call(), true, true, null));
        assertThat(scene.helpdesk.opened).hasSize(1);
        assertThat(scene.helpdesk.comments).isEmpty();
        assertThat(scene.said.commands).hasSize(1);
    }
}
