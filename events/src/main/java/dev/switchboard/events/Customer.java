package dev.switchboard.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the customer is, as the CRM knows them.
 *
 * @param system the CRM that knows them, e.g. {@code salesforce}
 * @param id their id there
 * @param firstName what to greet them by; null when the CRM has only a last name
 * @param recentCases newest first, at most five; subject and status, ready to be spoken
 */
public record Customer(
        String system,
        String id,
        @Nullable String firstName,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String segment,
        List<RecentCase> recentCases) {

    public Customer {
        recentCases = List.copyOf(recentCases);
    }

    /** A case, ticket or deal the customer has with us. */
    public record RecentCase(String number, String subject, String status) {}
}
