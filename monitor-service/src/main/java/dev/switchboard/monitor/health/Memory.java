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
 * @param firing the rules that fire, by name, and since when
 */
public record Memory(
        Instant lastHeard,
        @Nullable Instant lastCall,
        int failedPings,
        RateLimitHits rateLimitHits,
        Refusals refusals,
        Map<String, Instant> firing) {
    static final String RATE_LIMITED = "rate-limited";

    public Memory {
        firing = Map.copyOf(firing);
    }

    static Memory from(Instant now) {
        return new Memory(now, null, 0, RateLimitHits.NONE, Refusals.NONE, Map.of());
    }

    Memory after(CallLogged call, Clamped time) {
        boolean ping = isPing(call);
        return new Memory(
                later(lastHeard, time.ended()),
                ping ? lastCall : later(lastCall, time.ended()),
                ping ? pingsAfter(call) : failedPings,
                isRateLimited(call) ? rateLimitHits.plusOne(time.ended()) : rateLimitHits,
                refusals.after(call, time.began()),
                firing);
    }

    Memory with(RateLimitHits hits, Refusals left) {
        return new Memory(lastHeard, lastCall, failedPings, hits, left, firing);
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
        return new Memory(lastHeard, lastCall, failedPings, rateLimitHits, refusals, rules);
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
