package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;

/** Add a comment to a ticket; {@code visibleToCustomer} must be said, never assumed. */
public record AddComment(IdempotencyKey key, String ticketId, String text, boolean visibleToCustomer)
        implements Command {}
