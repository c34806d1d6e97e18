package dev.switchboard.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that a vendor gave out, each with its end. */
public final class Tokens {

    /** What a vendor knows about a token that a client shows. */
    public enum State {
        VALID,
        EXPIRED,
        UNKNOWN
    }

    private final Clock clock;
    private final Duration standardLifetime;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private volatile Duration lifetime;

    Tokens(Clock clock, Duration standardLifetime) {
        this.clock = clock;
        this.standardLifetime = standardLifetime;
        this.lifetime = standardLifetime;
    }

    /** How long the tokens given out from now on live. */
    public void lifetime(Duration newLifetime) {
        lifetime = newLifetime;
    }

    public Duration lifetime() {
        return lifetime;
    }

    public String issue(String prefix) {
        return issue(prefix, lifetime);
    }

    public String issue(String prefix, Duration ownLifetime) {
        String token = prefix + UUID.randomUUID().toString().replace("-", "");
        ends.put(token, clock.instant().plus(ownLifetime));
        return token;
    }

    public State state(String token) {
        Instant end = ends.get(token);
        if (end == null) {
            return State.UNKNOWN;
        }
        return clock.instant().isBefore(end) ? State.VALID : State.EXPIRED;
    }

    /** Ends every token given out so far, as when an administrator revokes them. */
    public void expireAll() {
        ends.replaceAll((token, end) -> Instant.EPOCH);
    }

    void clear() {
        ends.clear();
        lifetime = standardLifetime;
    }
}
