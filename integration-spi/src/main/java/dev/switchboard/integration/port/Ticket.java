package dev.switchboard.integration.port;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket or case.
 *
 * @param id the vendor's id
 * @param number what people call it; often the id
 * @param url where an agent opens it; null when unknown
 */
public record Ticket(
        String id,
        String number,
        String subject,
        TicketStatus status,
        @Nullable URI url,
        @Nullable Instant updatedAt) {}
