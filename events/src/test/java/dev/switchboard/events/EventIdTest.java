package dev.switchboard.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.monitoring.AlertRaised;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:15:30Z");
    private static final Conversation CONVERSATION = conversation("CA1");

    @Test
    void isTheSameForTheSameFactSeenLater() {
        assertThat(EventId.of(new Started(CONVERSATION, AT)))
                .isEqualTo(EventId.of(new Started(CONVERSATION, AT.plusSeconds(9))));
        assertThat(EventId.of(spoke(CONVERSATION, 1, "Hello")))
                .isEqualTo(EventId.of(new CustomerSpoke(CONVERSATION, 1, "Hello!", AT.plusSeconds(9))));
    }

    @Test
    void staysTheSameOverReleases() {
        assertThat(EventId.of(new Started(CONVERSATION, AT))).isEqualTo("ee9ede527d2851140db22cab40eb7f13");
    }

    @Test
    void differsForEveryExample() {
        assertThat(ExampleEvents.whole().stream().map(EventId::of)).doesNotHaveDuplicates();
    }

    @Test
    void differsByConversationTurnPurposeAndState() {
        assertThat(List.of(
                        spoke(CONVERSATION, 1, "Hello"),
                        spoke(CONVERSATION, 2, "Hello"),
                        spoke(conversation("CA2"), 1, "Hello"),
                        sends("ticket-number"),
                        sends("article-link"),
                        alert(AlertRaised.State.FIRING, AT),
                        alert(AlertRaised.State.RESOLVED, AT),
                        alert(AlertRaised.State.FIRING, AT.plusSeconds(60))))
                .extracting(EventId::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void differsBySystemWhenTwoAnswerOneQuestion() {
        ConversationId id = CONVERSATION.id();
        assertThat(Stream.of("shopify", "salesforce")
                        .flatMap(system -> Stream.<Event>of(
                                new Answer.OrdersFound(id, system, "q1", List.of(), AT),
                                new Answer.ArticlesFound(id, system, "q1", List.of(), AT),
                                new Answer.TicketFound(id, system, "q1", "1", "Lamp", "open", AT),
                                new Answer.NothingFound(id, system, "q1", AT))))
                .extracting(EventId::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsUnreadableRecordsApart() {
        assertThat(List.of(
                        new Unreadable("", "The record has no ce_type header", "YQ=="),
                        new Unreadable("", "The record has no ce_type header", "Yg=="),
                        new Unreadable("conversation.started.v1", "cut off", "YQ==")))
                .extracting(EventId::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsItsPartsApart() {
        assertThat(List.of(
                        EventId.of("a", "bc"),
                        EventId.of("ab", "c"),
                        EventId.of("abc"),
                        EventId.of("abc", ""),
                        EventId.of("", "abc"),
                        EventId.of("1:a", "b"),
                        EventId.of("1:a1:b")))
                .doesNotHaveDuplicates();
    }

    @Test
    void isThirtyTwoHexDigits() {
        assertThat(EventId.of("Söhne", "你好")).matches("[0-9a-f]{32}");
    }

    private static Conversation conversation(String id) {
        return new Conversation(new ConversationId(id), Channel.PHONE, "twilio", "", "", null);
    }

    private static Event spoke(Conversation conversation, int turn, String text) {
        return new CustomerSpoke(conversation, turn, text, AT);
    }

    private static Event sends(String purpose) {
        return new SendMessage(CONVERSATION.id(), purpose, Channel.SMS, "+1", "+2", "text");
    }

    private static Event alert(AlertRaised.State state, Instant since) {
        return new AlertRaised("zendesk", "latency", state, AlertRaised.Severity.WARNING, since, null, "", "");
    }
}
