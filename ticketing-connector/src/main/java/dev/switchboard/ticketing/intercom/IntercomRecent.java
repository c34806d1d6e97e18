package dev.switchboard.ticketing.intercom;

import dev.switchboard.integration.IdempotencyKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tickets this process opened and the search may not know yet, so that a customer can ask for theirs at once. A conversation
 * stays in one process; whoever asks elsewhere waits for the search.
 */
final class IntercomRecent {
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Duration lag;
    private final Deque<Opened> opened = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();

    IntercomRecent(Clock clock, Duration lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /** One of them. */
    record Opened(String key, String id, String contactId, Instant at) {}

    synchronized void opened(IdempotencyKey key, IntercomJson.Ticket ticket, String contactId) {
        refused.remove(key.value());
        opened.removeIf(each -> each.id().equals(ticket.id()));
        if (opened.size() == MOST) {
            opened.removeLast();
        }
        opened.addFirst(new Opened(key.value(), ticket.id(), contactId, clock.instant()));
    }

    /** Intercom refused to make it, so that there is nothing to look for. */
    synchronized void refused(IdempotencyKey key) {
        if (refused.size() == MOST) {
            refused.clear();
        }
        refused.add(key.value());
    }

    synchronized boolean wasRefused(IdempotencyKey key) {
        return refused.contains(key.value());
    }

    Optional<String> idOf(IdempotencyKey key) {
        return ids(each -> each.key().equals(key.value())).stream().findFirst();
    }

    /** Newest first. */
    List<String> idsOf(String contactId) {
        return ids(each -> each.contactId().equals(contactId));
    }

    private synchronized List<String> ids(Predicate<Opened> wanted) {
        Instant known = clock.instant().minus(lag);
        opened.removeIf(each -> each.at().isBefore(known));
        return opened.stream().filter(wanted).map(Opened::id).toList();
    }
}
