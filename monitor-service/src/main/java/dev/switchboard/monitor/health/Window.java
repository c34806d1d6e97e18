package dev.switchboard.monitor.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The latest calls, in buckets of a thirtieth of the window; it never looks back further than the window and one bucket. */
final class Window {
    private static final int BUCKETS = 30;
    private static final double PERCENTILE = 95;

    private final Duration length;
    private final long width;
    private final NavigableMap<Long, Bucket> buckets = new TreeMap<>();

    Window(Duration length) {
        this.length = length;
        this.width = Math.max(1, length.toMillis() / BUCKETS);
    }

    /** Counts a call and tells the start of its bucket, epoch milliseconds. */
    long add(Instant ended, long durationMs, boolean failed) {
        long start = Math.floorDiv(ended.toEpochMilli(), width) * width;
        buckets.computeIfAbsent(start, _ -> new Bucket()).add(durationMs, failed);
        return start;
    }

    void restore(long start, Bucket bucket) {
        buckets.put(start, bucket);
    }

    Bucket bucket(long start) {
        return buckets.getOrDefault(start, new Bucket());
    }

    Totals totals(Instant now) {
        Histogram durations = Bucket.newHistogram();
        long errors = 0;
        for (Bucket bucket : buckets.tailMap(firstCounted(now), false).values()) {
            durations.add(bucket.durations());
            errors += bucket.errors();
        }
        long calls = durations.getTotalCount();
        return new Totals(calls, errors, calls == 0 ? null : durations.getValueAtPercentile(PERCENTILE));
    }

    /** Drops what has slid out, and tells the starts of the buckets dropped. */
    List<Long> slide(Instant now) {
        NavigableMap<Long, Bucket> past = buckets.headMap(firstCounted(now), true);
        List<Long> starts = List.copyOf(past.keySet());
        past.clear();
        return starts;
    }

    List<Long> starts() {
        return List.copyOf(buckets.keySet());
    }

    /** A bucket counts while its end is inside the window: while it starts after this. */
    private long firstCounted(Instant now) {
        return now.minus(length).toEpochMilli() - width;
    }
}
