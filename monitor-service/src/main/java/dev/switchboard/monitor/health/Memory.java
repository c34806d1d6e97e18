package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.CallLogged.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an integration beside its window; kept in the state store as JSON.
 *
 * @param lastHeard when any call or ping ended
 * @param lastCall when a call other than a ping ended; null when none did
 * @param failedPings in a row
 * @param quotaLeft null while the vendor tells nothing
 * @param firing the rules that fire, by name, and since when
 */
public record Memory(
        Instant lastHeard,
        @Nullable Instant lastCall,
        int failedPings,
        RateLimitHits rateLimitHits,
        @Nullable QuotaLeft quotaLeft,
        Refusals refusals,
        Map<String, Instant> firing) {
    static final String RATE_LIMITED = "rate-limited";

    public Memory {
        firing = Map.copyOf(firing);
    }

    static Memory from(Instant now) {
        return new Memory(now, null, 0, RateLimitHits.NONE, null, Refusals.NONE, Map.of());
    }

    Memory after(CallLogged call, Clamped time) {
        boolean ping = isPing(call);
        return new Memory(
                later(lastHeard, time.ended()),
                ping ? lastCall : later(lastCall, time.ended()),
                ping ? pingsAfter(call) : failedPings,
                isRateLimited(call) && !call.heldBack() ? rateLimitHits.plusOne(time.ended()) : rateLimitHits,
                call.quotaLeft() == null ? quotaLeft : new QuotaLeft(call.quotaLeft(), time.ended()),
                refusals.after(call, time.began()),
                firing);
    }

    /** The same without what is too old to count. */
    Memory with(RateLimitHits hits, Refusals left, Instant now) {
        QuotaLeft known = quotaLeft != null && quotaLeft.current(now) ? quotaLeft : null;
        return new Memory(lastHeard, lastCall, failedPings, hits, known, left, firing);
    }

    boolean quotaBelow(int limitPercent) {
        return quotaLeft != null && quotaLeft.below(limitPercent);
    }

    Memory fired(String rule, Instant since) {
        Map<String, Instant> more = new HashMap<>(firing);
        more.put(rule, since);
        return withFiring(more);
    }

    Memory resolved(String rule) {
        Map<String, Instant> fewer = new HashMap<>(firing);
        fewer.remove(rule);
        return withFiring(fewer);
    }

    private Memory withFiring(Map<String, Instant> rules) {
        return new Memory(lastHeard, lastCall, failedPings, rateLimitHits, quotaLeft, refusals, rules);
    }

    /** A system that says "too often" has answered: that is the rate limit rule's business. */
    private int pingsAfter(CallLogged ping) {
        return ping.status() == Status.SUCCESS || isRateLimited(ping) ? 0 : failedPings + 1;
    }

    static boolean isPing(CallLogged call) {
        return CallLogged.PING.equals(call.endpoint());
    }

    static boolean isRateLimited(CallLogged call) {
        return call.status() == Status.ERROR && RATE_LIMITED.equals(call.failure());
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
