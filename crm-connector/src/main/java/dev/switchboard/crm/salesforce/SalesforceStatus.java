package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.port.TicketStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A case's status in our words. An org may name its own; whether one closes a case is a field of its own. */
final class SalesforceStatus {
    private SalesforceStatus() {}

    static TicketStatus of(@Nullable String status, boolean closed) {
        if (closed) {
            return TicketStatus.CLOSED;
        }
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "new", "" -> TicketStatus.NEW;
            case "working", "in progress", "escalated" -> TicketStatus.OPEN;
            case "waiting on customer", "awaiting customer" -> TicketStatus.PENDING;
            case "on hold" -> TicketStatus.ON_HOLD;
            case "resolved", "solved" -> TicketStatus.SOLVED;
            case "closed" -> TicketStatus.CLOSED;
            default -> TicketStatus.UNKNOWN;
        };
    }
}
