package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The points that queries spend. The size and rate are those of the largest plan, so that load tests get through. */
final class CostBucket {

    private static final double CAPACITY = 40_000;
    private static final double PER_SECOND = 2_000;

    private final Clock clock;
    private double available = CAPACITY;
    private Instant measuredAt;

    CostBucket(Clock clock) {
        this.clock = clock;
        this.measuredAt = clock.instant();
    }

    void refill() {
        available = CAPACITY;
        measuredAt = clock.instant();
    }

    boolean affords(int cost) {
        return available() >= cost;
    }

    void spend(int cost) {
        available = available() - cost;
    }

    /** What the vendor says about the bucket beside an answer. */
    ObjectNode status() {
        return Json.object()
                .put("maximumAvailable", CAPACITY)
                .put("currentlyAvailable", (int) available())
                .put("restoreRate", PER_SECOND);
    }

    /** What it says when a query costing {@link #pointsRestoredIn} that time has to wait for all of its points. */
    ObjectNode emptyStatus() {
        return status().put("currentlyAvailable", 0);
    }

    int pointsRestoredIn(Duration time) {
        return (int) Math.ceil(time.toMillis() * PER_SECOND / 1_000);
    }

    private double available() {
        Instant now = clock.instant();
        double restored = Math.max(0, Duration.between(measuredAt, now).toMillis()) * PER_SECOND / 1_000;
        available = Math.min(CAPACITY, available + restored);
        measuredAt = now;
        return available;
    }
}
