package dev.switchboard.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseChangesTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final RememberingCrm crm = new RememberingCrm("zoho");
    private final CaseChanges changes = new CaseChanges(new ConnectedCrms(List.of(crm.connected())));

    @Test
    void asksHowACaseStandsWhereNobodyToldIt() {
        crm.standing.put("5", new Ticket("5", "1001", "Invoice", TicketStatus.CLOSED, null, null));
        assertThat(changes.completed(told(null, null))).isEqualTo(told("1001", "closed"));
    }

    @Test
    void asksWhatPeopleCallTheCaseAndBelievesWhatWasTold() {
        crm.standing.put("5", new Ticket("5", "1001", "Invoice", TicketStatus.OPEN, null, null));
        assertThat(changes.completed(told(null, "closed"))).isEqualTo(told("1001", "closed"));
    }

    @Test
    void asksNobodyWhereAllIsTold() {
        crm.failingAt("caseById");
        assertThat(changes.completed(told("1001", "closed"))).isEqualTo(told("1001", "closed"));
        Change person = new ContactChanged("zoho", "7", What.CHANGED, null, "change-1", AT);
        assertThat(changes.completed(person)).isEqualTo(person);
    }

    @Test
    void passesOnWhatItCannotComplete() {
        assertThat(changes.completed(told(null, null))).isEqualTo(told(null, null));
        TicketChanged elsewhere = new TicketChanged("acme", "5", null, null, "change-1", AT);
        assertThat(changes.completed(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void letsTheWebhookComeAgainWhenTheCrmIsAway() {
        crm.failingAt("caseById");
        assertThatThrownBy(() -> changes.completed(told(null, null))).isInstanceOf(IntegrationException.class);
    }

    private static TicketChanged told(@Nullable String number, @Nullable String status) {
        return new TicketChanged("zoho", "5", number, status, "change-1", AT);
    }
}
