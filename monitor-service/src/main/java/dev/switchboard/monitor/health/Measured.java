package dev.switchboard.monitor.health;

import org.jspecify.annotations.Nullable;

/**
 * Everything a rule may look at.
 *
 * @param quotaLeft percent of the account's long quota, by the vendor's latest word; null when it does not tell
 */
record Measured(
        SystemFacts system,
        Totals totals,
        long rateLimitHits,
        @Nullable Integer quotaLeft,
        int failedPings,
        Refusals refusals) {}
