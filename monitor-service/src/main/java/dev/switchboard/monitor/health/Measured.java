package dev.switchboard.monitor.health;

/** Everything a rule may look at. */
record Measured(SystemFacts system, Totals totals, long rateLimitHits, int failedPings, Refusals refusals) {}
