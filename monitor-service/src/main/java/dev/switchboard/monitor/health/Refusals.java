package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.CallLogged.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refused credentials that nothing has put right yet, by endpoint. Credentials that are no longer accepted ({@code
 * auth-expired}) are put right by any later success; a missing permission ({@code forbidden}) only by a success at the same
 * endpoint, or else every other call would resolve the alert and the next one fire it again.
 */
record Refusals(Map<String, Refusal> byEndpoint) {
    static final Refusals NONE = new Refusals(Map.of());
    static final String EXPIRED = "auth-expired";
    static final String FORBIDDEN = "forbidden";
    private static final int MOST_ENDPOINTS = 20;

    Refusals {
        byEndpoint = Map.copyOf(byEndpoint);
    }

    /** The latest refusal at an endpoint; {@code at} is when the refused call began. */
    record Refusal(
            Instant at,
            String endpoint,
            String failure,
            @Nullable Integer httpStatus) {
        boolean putRightBy(CallLogged success, Instant began) {
            return !began.isBefore(at) && (EXPIRED.equals(failure) || endpoint.equals(success.endpoint()));
        }
    }

    Refusals after(CallLogged call, Instant began) {
        if (call.status() == Status.SUCCESS) {
            return without(refusal -> refusal.putRightBy(call, began));
        }
        String failure = call.failure();
        if (failure == null || !(failure.equals(EXPIRED) || failure.equals(FORBIDDEN))) {
            return this;
        }
        Map<String, Refusal> more = new HashMap<>(byEndpoint);
        if (more.containsKey(call.endpoint()) || more.size() < MOST_ENDPOINTS) {
            more.put(call.endpoint(), new Refusal(began, call.endpoint(), failure, call.httpStatus()));
        }
        return new Refusals(more);
    }

    /** Those that are not older than the quiet time. */
    Refusals within(Duration quietTime, Instant now) {
        return without(refusal -> !refusal.at().plus(quietTime).isAfter(now));
    }

    Optional<Refusal> latest() {
        return byEndpoint.values().stream().max(Comparator.comparing(Refusal::at));
    }

    private Refusals without(Predicate<Refusal> gone) {
        if (byEndpoint.values().stream().noneMatch(gone)) {
            return this;
        }
        Map<String, Refusal> left = new HashMap<>(byEndpoint);
        left.values().removeIf(gone);
        return new Refusals(left);
    }
}
