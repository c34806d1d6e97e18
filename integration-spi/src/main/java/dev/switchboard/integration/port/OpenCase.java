package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/** Open a case on a CRM contact. The four AI fields are left out where the CRM lacks them. */
public record OpenCase(
        IdempotencyKey key,
        String contactId,
        String subject,
        String description,
        Priority priority,
        String summary,
        String sentiment,
        String intent,
        boolean resolved,
        @Nullable String phone,
        @Nullable String email)
        implements Command {}
