package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Put an ended conversation on a contact's record.
 *
 * @param contactId the CRM's id of the contact
 * @param kind call or message
 * @param subject one line
 * @param transcript the whole conversation, plain text, any length
 * @param ticket the number of the ticket opened for it; null when none was
 */
public record LogActivity(
        IdempotencyKey key,
        String contactId,
        Kind kind,
        String subject,
        String summary,
        String transcript,
        boolean resolved,
        @Nullable String intent,
        @Nullable String sentiment,
        @Nullable String customerAddress,
        @Nullable String lineAddress,
        @Nullable String ticket,
        Instant endedAt,
        Duration duration)
        implements Command {
    /** How it took place. */
    public enum Kind {
        CALL,
        MESSAGE
    }
}
