package dev.switchboard.monitor.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rate limit hits, counted by the minute, so that an hour of them stays small.
 *
 * @param byMinute hits by minute since the epoch
 */
record RateLimitHits(Map<Long, Integer> byMinute) {
    static final RateLimitHits NONE = new RateLimitHits(Map.of());
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    RateLimitHits {
        byMinute = Map.copyOf(byMinute);
    }

    RateLimitHits plusOne(Instant at) {
        Map<Long, Integer> more = new TreeMap<>(byMinute);
        more.merge(Math.floorDiv(at.toEpochMilli(), MINUTE), 1, Integer::sum);
        return new RateLimitHits(more);
    }

    /** Those whose minute touches the window that ends now. */
    RateLimitHits within(Duration window, Instant now) {
        long oldest = now.minus(window).toEpochMilli();
        if (byMinute.keySet().stream().allMatch(minute -> (minute + 1) * MINUTE > oldest)) {
            return this;
        }
        return new RateLimitHits(byMinute.entrySet().stream()
                .filter(entry -> (entry.getKey() + 1) * MINUTE > oldest)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    long count() {
        return byMinute.values().stream().mapToLong(Integer::longValue).sum();
    }
}
