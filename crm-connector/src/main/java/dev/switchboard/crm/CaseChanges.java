package dev.switchboard.crm;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What CRMs tell of their cases. Where they do not say how a case stands, nobody would hear that it is solved; where they do not say
 * what people call it, nobody would know whose it is. Then they are asked.
 */
@ApplicationScoped
class CaseChanges {
    private final Crms crms;

    CaseChanges(Crms crms) {
        this.crms = crms;
    }

    Change completed(Change change) {
        return change instanceof TicketChanged told && (told.status() == null || told.number() == null)
                ? completed(told)
                : change;
    }

    private TicketChanged completed(TicketChanged told) {
        return found(told)
                .map(found -> new TicketChanged(
                        told.system(),
                        told.ticketId(),
                        found.number(),
                        told.status() == null ? found.status().word() : told.status(),
                        told.change(),
                        told.at()))
                .orElse(told);
    }

    private Optional<Ticket> found(TicketChanged told) {
        return crms.named(told.system())
                .filter(crm -> crm.system() instanceof CaseDesk)
                .flatMap(crm -> ((CaseDesk) crm.system()).caseById(told.ticketId()));
    }
}
