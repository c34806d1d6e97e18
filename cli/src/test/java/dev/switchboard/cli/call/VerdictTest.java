package dev.switchboard.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Event;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final ConversationId CALL = new ConversationId("CA1");
    private static final Set<Category> ALL = EnumSet.allOf(Category.class);
    private static final Event LOGGED = new Answer.ActivityLogged(CALL, "zoho", "77", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({"42, 'I opened ticket 4 2, for you.'", "INC0010007, 'Ticket INC0010007.'", "42, 'Ticket #42'"})
    void isGoodHoweverTheNumberIsSpoken(String number, String told) {
        assertThat(Verdict.on(heard(told), left(ticket(number), LOGGED), ALL).good())
                .isTrue();
    }

    @Test
    void isBadWhenAnotherNumberWasTold() {
        var verdict = Verdict.on(heard("I opened ticket 1042."), left(ticket("42"), LOGGED), ALL);

        assertThat(bad(verdict))
                .containsExactly("the caller was told the ticket's number, in the call or by text message");
    }

    @Test
    void isBadWhenOneCallMadeTwoTickets() {
        var verdict = Verdict.on(heard("Ticket 42."), left(ticket("42"), ticket("43"), LOGGED), ALL);

        assertThat(bad(verdict)).containsExactly("the complaint became one ticket, not 2");
    }

    @Test
    void isBadWhenTheCallIsNotOnRecord() {
        assertThat(bad(Verdict.on(heard("Ticket 42."), left(ticket("42")), ALL)))
                .containsExactly("the call is logged with the contact in the CRM");
    }

    @Test
    void leavesOutKindsOfSystemsThatAreNotThere() {
        var verdict = Verdict.on(heard("I opened a ticket."), left(LOGGED), EnumSet.of(Category.CRM));

        assertThat(verdict.good()).isTrue();
    }

    @Test
    void countsATicketThatIsToldTwiceOnce() {
        assertThat(left(ticket("42"), ticket("42")).tickets()).hasSize(1);
    }

    /** Comes in one piece; nothing more follows. */
    private static Traces left(Event... events) {
        Queue<List<Event>> pieces = new ArrayDeque<>(List.of(List.of(events)));
        var begun = Clock.systemUTC();
        return Traces.of(
                CALL.value(), () -> pieces.isEmpty() ? List.of() : pieces.remove(), ALL, new HurriedClock(begun));
    }

    private static Verdict.Heard heard(String complaint) {
        return new Verdict.Heard(
                List.of("Hi Sarah!"), List.of("Your order 1001 shipped yesterday."), List.of(complaint));
    }

    private static List<String> bad(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !check.good())
                .map(Verdict.Check::text)
                .toList();
    }

    private static Event ticket(String number) {
        return new Answer.TicketOpened(CALL, "intercom", number, null, Instant.EPOCH);
    }

    /** Each look at it is a second later, so that nobody waits. */
    private static final class HurriedClock extends Clock {
        private final Clock begun;
        private int looks;

        HurriedClock(Clock begun) {
            this.begun = begun;
        }

        @Override
        public ZoneId getZone() {
            return begun.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return begun.instant().plus(Duration.ofSeconds(looks++));
        }
    }
}
