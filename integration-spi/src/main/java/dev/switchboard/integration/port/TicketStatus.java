package dev.switchboard.integration.port;

import java.util.Locale;

/** Where a ticket stands, in words every helpdesk shares. */
public enum TicketStatus {
    NEW,
    OPEN,
    /** Waiting for the customer. */
    PENDING,
    /** Waiting for somebody else. */
    ON_HOLD,
    SOLVED,
    CLOSED,
    /** The helpdesk used a word this release does not know. */
    UNKNOWN;

    /** As events write it, e.g. {@code on-hold}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
