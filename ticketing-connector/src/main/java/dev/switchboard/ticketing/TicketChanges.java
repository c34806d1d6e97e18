package dev.switchboard.ticketing;

import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.runtime.messaging.VendorChanges;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What helpdesks tell of their tickets; where they do not say how a ticket stands, they are asked. */
@ApplicationScoped
class TicketChanges {
    private final VendorChanges changes;
    private final Helpdesks helpdesks;

    TicketChanges(VendorChanges changes, Helpdesks helpdesks) {
        this.changes = changes;
        this.helpdesks = helpdesks;
    }

    void received(WebhookReceived webhook) {
        changes.on(webhook, this::completed);
    }

    private Change completed(Change change) {
        return change instanceof Change.TicketChanged ticket && ticket.status() == null ? completed(ticket) : change;
    }

    private Change.TicketChanged completed(Change.TicketChanged change) {
        String number = change.number() == null ? change.ticketId() : change.number();
        Optional<Ticket> found = helpdesks.named(change.system()).flatMap(helpdesk -> helpdesk.ticket(number));
        return found.map(ticket -> new Change.TicketChanged(
                        change.system(),
                        change.ticketId(),
                        ticket.number(),
                        ticket.status().word(),
                        change.change(),
                        change.at()))
                .orElse(change);
    }
}
