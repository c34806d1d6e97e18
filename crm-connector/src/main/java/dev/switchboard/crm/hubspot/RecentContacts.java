package dev.switchboard.crm.hubspot;

import dev.switchboard.integration.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The contacts this replica made in the last minutes, by number: HubSpot's search does not see them yet. */
final class RecentContacts {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private static final int TURNS = 64;

    private final LinkedHashMap<PhoneNumber, Entry> entries = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toList();
    private final Clock clock;

    RecentContacts(Clock clock) {
        this.clock = clock;
    }

    /** What {@code work} makes, while nobody else here makes one for the number. */
    <T> T inTurn(PhoneNumber phone, Supplier<T> work) {
        ReentrantLock turn = turns.get(Math.floorMod(phone.hashCode(), TURNS));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
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
