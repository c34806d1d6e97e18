package dev.switchboard.integration.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is going on with a customer.
 *
 * @param recent cases, tickets, deals, orders or notes in the CRM, newest first, at most five; some CRMs tell notes last
 */
public record CustomerContext(
        @Nullable String company,
        @Nullable String segment,
        @Nullable String owner,
        List<Item> recent) {
    public CustomerContext {
        recent = List.copyOf(recent);
    }

    /** One of them: its number as people say it, what it is about, and how it stands. */
    public record Item(String number, String subject, String status) {}
}
