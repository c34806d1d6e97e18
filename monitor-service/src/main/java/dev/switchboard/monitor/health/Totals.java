package dev.switchboard.monitor.health;

import org.jspecify.annotations.Nullable;

/**
 * The window summed up. Pings and rate-limited calls are not in it: a ping is no work, and a rate-limited call was not made.
 *
 * @param errors calls that failed, for whatever other reason
 * @param p95Ms 95th percentile of all their durations, milliseconds; null without calls
 */
record Totals(long calls, long errors, @Nullable Long p95Ms) {}
