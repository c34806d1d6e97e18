package dev.switchboard.integration.port;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Make a contact for somebody no CRM knows.
 *
 * @param name as the channel gave it; null when it gave none, then the adapter uses the number
 * @param source where they come from, e.g. {@code AI Call}
 */
public record CreateContact(
        IdempotencyKey key,
        @Nullable String name,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        String source)
        implements Command {
    public CreateContact {
        if (phone == null && email == null) {
            throw new IllegalArgumentException("A contact needs a phone number or an e-mail address");
        }
    }
}
