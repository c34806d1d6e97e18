package dev.switchboard.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with the next matching requests.
 *
 * @param times how many requests it hits before it is gone
 * @param delay how long {@code LATENCY} waits, and {@code TIMEOUT_AFTER_APPLYING} withholds its answer
 * @param retryAfter the hint of {@code RATE_LIMITED}; null for none
 * @param path hits only paths that start so; null for all
 * @param method hits only this method; null for all
 * @param tokenEndpoint whether it may hit the endpoint that gives tokens out
 */
public record Fault(
        Kind kind,
        int times,
        Duration delay,
        @Nullable Duration retryAfter,
        @Nullable String path,
        @Nullable String method,
        boolean tokenEndpoint) {

    /** What goes wrong. */
    public enum Kind {
        /** The answer comes late. The only kind that goes together with others. */
        LATENCY,
        UNAUTHORIZED,
        FORBIDDEN,
        /** The vendor says that the data is not what it takes. Nothing is applied. */
        INVALID,
        RATE_LIMITED,
        SERVER_ERROR,
        /** The connection is closed without an answer, and nothing is applied. */
        RESET,
        /** The request is applied, then its answer is withheld until the client gives up. */
        TIMEOUT_AFTER_APPLYING,
        /** The request is applied, then the connection is closed without an answer. */
        RESET_AFTER_APPLYING,
        /** Status 200 with a body that is cut off. Nothing is applied. */
        MALFORMED
    }

    private static final Duration LONGER_THAN_ANY_CLIENT_WAITS = Duration.ofMinutes(2);

    public Fault {
        if (times < 1 || delay.isNegative()) {
            throw new IllegalArgumentException("a fault hits at least once and waits no negative time");
        }
    }

    /** Hits every request until cleared. */
    public static Fault of(Kind kind) {
        return new Fault(kind, Integer.MAX_VALUE, LONGER_THAN_ANY_CLIENT_WAITS, null, null, null, false);
    }

    public static Fault latency(Duration delay) {
        return of(Kind.LATENCY).withDelay(delay);
    }

    public Fault times(int count) {
        return new Fault(kind, count, delay, retryAfter, path, method, tokenEndpoint);
    }

    public Fault withDelay(Duration newDelay) {
        return new Fault(kind, times, newDelay, retryAfter, path, method, tokenEndpoint);
    }

    public Fault withRetryAfter(Duration hint) {
        return new Fault(kind, times, delay, hint, path, method, tokenEndpoint);
    }

    public Fault onPath(String prefix) {
        return new Fault(kind, times, delay, retryAfter, prefix, method, tokenEndpoint);
    }

    public Fault onMethod(String only) {
        return new Fault(kind, times, delay, retryAfter, path, only, tokenEndpoint);
    }

    public Fault onTokenEndpointToo() {
        return new Fault(kind, times, delay, retryAfter, path, method, true);
    }

    boolean hits(Request request, boolean isTokenEndpoint) {
        return (tokenEndpoint || !isTokenEndpoint)
                && (path == null || request.path().startsWith(path))
                && (method == null || request.method().equals(method));
    }
}
