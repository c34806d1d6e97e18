package dev.switchboard.crm.hubspot;

import dev.switchboard.integration.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The contacts this replica made in the last minutes, by number: HubSpot's search does not see them yet. */
final class RecentContacts {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final LinkedHashMap<PhoneNumber, Entry> entries = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;

    RecentContacts(Clock clock) {
        this.clock = clock;
    }

    void made(PhoneNumber phone, String id) {
        lock.lock();
        try {
            forgetOld();
            entries.put(phone, new Entry(id, clock.instant()));
        } finally {
            lock.unlock();
        }
    }

    Optional<String> id(PhoneNumber phone) {
        lock.lock();
        try {
            forgetOld();
            return Optional.ofNullable(entries.get(phone)).map(Entry::id);
        } finally {
            lock.unlock();
        }
    }

    /** Entries stand in the order they came. */
    private void forgetOld() {
        Instant oldest = clock.instant().minus(REMEMBERED);
        entries.values().removeIf(entry -> entry.at().isBefore(oldest));
        while (entries.size() >= MOST) {
            entries.pollFirstEntry();
        }
    }

    private record Entry(String id, Instant at) {}
}
