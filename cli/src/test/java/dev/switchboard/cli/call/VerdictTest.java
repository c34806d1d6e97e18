package dev.switchboard.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final List<String> SYSTEMS = List.of("salesforce", "zendesk", "twilio");
    private static final Finding TASK = finding(RecordKind.SALESFORCE_TASK, "00T1");

    @Test
    void isGoodWhenTheNumberIsSpokenDigitByDigit() {
        var verdict = Verdict.on(heard("I opened ticket 4 2, for you."), List.of(ticket("42"), TASK), SYSTEMS);

        assertThat(verdict.good()).isTrue();
    }

    @Test
    void isBadWhenAnotherNumberWasTold() {
        var verdict = Verdict.on(heard("I opened ticket 1042."), List.of(ticket("42"), TASK), SYSTEMS);

        assertThat(bad(verdict))
                .containsExactly("the caller was told the ticket's number, in the call or by text message");
    }

    @Test
    void isBadWhenOneCallMadeTwoTickets() {
        var verdict = Verdict.on(heard("Ticket 42."), List.of(ticket("42"), ticket("43"), TASK), SYSTEMS);

        assertThat(bad(verdict)).containsExactly("the complaint became one ticket, not 2");
    }

    @Test
    void isCompleteOnlyWithTicketAndActivity() {
        assertThat(Verdict.complete(List.of(TASK), SYSTEMS)).isFalse();
        assertThat(Verdict.complete(List.of(ticket("42")), SYSTEMS)).isFalse();
        assertThat(Verdict.complete(List.of(ticket("42"), TASK), SYSTEMS)).isTrue();
    }

    @Test
    void leavesOutWhatIsInTheUsersOwnSystems() {
        var verdict = Verdict.on(heard("I opened a ticket."), List.of(TASK), List.of("salesforce"));

        assertThat(verdict.good()).isTrue();
        assertThat(Verdict.complete(List.of(TASK), List.of("salesforce"))).isTrue();
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

    private static Finding ticket(String id) {
        return finding(RecordKind.ZENDESK_TICKET, id);
    }

    private static Finding finding(RecordKind kind, String id) {
        return new Finding(kind, JsonNodeFactory.instance.objectNode().put("id", id));
    }
}
