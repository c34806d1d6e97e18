package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.events.Promise;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.TicketReference;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asked to be told when their ticket is solved is told. */
class FollowUpsTest {
    private final Scene scene = new Scene();

    @BeforeEach
    void nothingWasPromisedBefore() {
        scene.promises.passed(0, 0);
    }

    @Test
    void promisesForTheTicketOfTheConversation() {
        scene.tickets.ended(ended(Scene.call(), false, null));

        assertThat(scene.said.promises).singleElement().satisfies(promise -> {
            assertThat(promise.system()).isEqualTo("memory");
            assertThat(((Promise.Made) promise).number()).isEqualTo("12345");
            assertThat(((Promise.Made) promise).channel()).isEqualTo(Channel.SMS);
        });
    }

    @Test
    void promisesForTheTicketThatWasAskedAboutThoughTheConversationNeedsNone() {
        scene.helpdesk.ticketsByRequester.put("sarah", List.of(MemoryHelpdesk.numbered("777", TicketStatus.OPEN)));

        scene.tickets.ended(ended(Scene.call(), true, "777"));

        assertThat(scene.helpdesk.opened).isEmpty();
        assertThat(scene.said.promises)
                .singleElement()
                .satisfies(promise -> assertThat(promise.ticketId()).isEqualTo("id-777"));
    }

    @Test
    void tellsAtOnceOfATicketThatIsSolvedByNow() {
        scene.helpdesk.ticketsByRequester.put("sarah", List.of(MemoryHelpdesk.numbered("777", TicketStatus.SOLVED)));

        scene.tickets.ended(ended(Scene.call(), true, "777"));

        assertThat(scene.said.promises).hasSize(2).last().isInstanceOf(Promise.Kept.class);
        assertThat(messages())
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("777").contains("solved"));
    }

    @Test
    void promisesNothingToWhoCannotBeReached() {
        scene.tickets.ended(ended(Scene.on(Channel.PHONE, ""), false, null));

        assertThat(scene.said.promises).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"solved, 1", "closed, 1", "open, 0", "pending, 0", "on-hold, 0", ", 0"})
    void tellsWhenTheTicketIsOver(@Nullable String status, int messages) {
        promised("12345", "c1");

        scene.followUps.changed(new TicketChanged("memory", "12345", null, status, "e1", Scene.NOW));

        assertThat(messages()).hasSize(messages);
        assertThat(scene.said.promises).hasSize(messages);
    }

    @Test
    void tellsEverybodyWhoAskedAndNobodyElse() {
        promised("12345", "c1");
        promised("12345", "c2");
        promised("12346", "c3");

        scene.followUps.changed(new TicketChanged("memory", "12345", null, "solved", "e1", Scene.NOW));

        assertThat(messages())
                .extracting(message -> message.conversation().value())
                .containsExactlyInAnyOrder("c1", "c2");
    }

    @Test
    void tellsNothingOfAnotherHelpdesksTicketWithTheSameNumber() {
        promised("12345", "c1");

        scene.followUps.changed(new TicketChanged("zendesk", "12345", null, "solved", "e1", Scene.NOW));

        assertThat(messages()).isEmpty();
    }

    @Test
    void tellsOnce() {
        promised("12345", "c1");
        scene.followUps.changed(new TicketChanged("memory", "12345", null, "solved", "e1", Scene.NOW));
        scene.promises.learn(scene.said.promises.getLast(), 0, 1);

        scene.followUps.changed(new TicketChanged("memory", "12345", null, "closed", "e2", Scene.NOW));

        assertThat(messages()).hasSize(1);
    }

    private void promised(String ticket, String conversation) {
        scene.promises.learn(
                new Promise.Made(
                        "memory",
                        ticket,
                        ticket,
                        new ConversationId(conversation),
                        Channel.SMS,
                        "+14155550000",
                        "+14155550100",
                        Scene.NOW),
                0,
                0);
    }

    private List<NotifyCustomer> messages() {
        return scene.said.commands.stream()
                .map(NotifyCustomer.class::cast)
                .filter(message -> message.purpose().startsWith("ticket-solved"))
                .toList();
    }

    private static Ended ended(Conversation conversation, boolean resolved, @Nullable String asked) {
        return new Ended(
                conversation,
                Scene.understanding(Sentiment.NEUTRAL, resolved, "it broke"),
                Scene.SARAH,
                false,
                null,
                asked == null ? null : new TicketReference("memory", asked),
                true,
                Duration.ofMinutes(1),
                Scene.NOW);
    }
}
