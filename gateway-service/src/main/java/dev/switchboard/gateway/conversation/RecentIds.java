package dev.switchboard.gateway.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ids seen within the last day: what comes twice is known. Holds so many that an hour of heavy traffic fits. */
public final class RecentIds {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int MOST = 200_000;

    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    public RecentIds(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean contains(String id) {
        Instant at = seen.get(id);
        return at != null && at.isAfter(clock.instant().minus(REMEMBERED));
    }

    public synchronized void add(String id) {
        seen.remove(id);
        seen.put(id, clock.instant());
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }
}
