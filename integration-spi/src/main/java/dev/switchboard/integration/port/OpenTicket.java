package dev.switchboard.integration.port;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Open a ticket for a conversation.
 *
 * @param subject one line: the AI's summary
 * @param transcript goes into a private note, whole
 * @param requesterName null when nobody said
 * @param tags lower-case, without spaces
 * @param fields the project's names of custom fields to their values; the adapter maps them to the vendor's ids
 */
public record OpenTicket(
        IdempotencyKey key,
        String subject,
        String transcript,
        @Nullable String requesterName,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        Priority priority,
        List<String> tags,
        Map<String, String> fields)
        implements Command {
    public OpenTicket {
        tags = List.copyOf(tags);
        fields = Map.copyOf(fields);
    }
}
