package dev.switchboard.monitor;

import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.CallLogged.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logged calls for tests. */
public final class Calls {
    public static final String ENDPOINT = "/tickets/open";

    private Calls() {}

    public static CallLogged took(String integration, Instant at, long durationMs) {
        return call(integration, ENDPOINT, at, durationMs, null);
    }

    public static CallLogged succeeded(String integration, String endpoint, Instant at) {
        return call(integration, endpoint, at, 20, null);
    }

    public static CallLogged failed(String integration, String failure, Instant at) {
        return failedAt(integration, ENDPOINT, failure, at);
    }

    public static CallLogged failedAt(String integration, String endpoint, String failure, Instant at) {
        return call(integration, endpoint, at, 20, failure);
    }

    private static CallLogged call(
            String integration, String endpoint, Instant at, long durationMs, @Nullable String failure) {
        Status status = failure == null ? Status.SUCCESS : Status.ERROR;
        String id = UUID.randomUUID().toString();
        return new CallLogged(at, integration, endpoint, durationMs, status, id, null, failure, 1, null, null, null);
    }

    /** A call that brought the vendor's word on what is left of the day. */
    public static CallLogged leaving(String integration, int percent, Instant at) {
        return new CallLogged(
                at,
                integration,
                ENDPOINT,
                20,
                Status.SUCCESS,
                UUID.randomUUID().toString(),
                null,
                null,
                1,
                null,
                null,
                percent);
    }

    /** A call that was not made, to save what is left. */
    public static CallLogged heldBack(String integration, int percent, Instant at) {
        return new CallLogged(
                at,
                integration,
                "/contacts/context",
                0,
                Status.ERROR,
                UUID.randomUUID().toString(),
                null,
                "rate-limited",
                CallLogged.HELD_BACK,
                null,
                null,
                percent);
    }
}
