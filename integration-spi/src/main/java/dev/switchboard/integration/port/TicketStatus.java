package dev.switchboard.integration.port;

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
    UNKNOWN
}
