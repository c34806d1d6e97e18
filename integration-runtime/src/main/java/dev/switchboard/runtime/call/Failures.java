package dev.switchboard.runtime.call;

import com.fasterxml.jackson.core.JacksonException;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** What went wrong when an adapter threw: the one place where the network's exceptions become failures. */
final class Failures {
    private Failures() {}

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case IntegrationException known -> {
                    return known.failure();
                }
                case CircuitBreakerOpenException open -> {
                    return new Failure.Unavailable(null, false, null);
                }
                case JacksonException notTheContract -> {
                    return new Failure.Malformed(null);
                }
                case ConnectException neverThere -> {
                    return new Failure.Unavailable(null, false, null);
                }
                case UnknownHostException neverThere -> {
                    return new Failure.Unavailable(null, false, null);
                }
                case UnresolvedAddressException neverThere -> {
                    return new Failure.Unavailable(null, false, null);
                }
                default -> {}
            }
        }
        if (thrown instanceof WebApplicationException unreadable) {
            return new Failure.Malformed(unreadable.getResponse().getStatus());
        }
        return new Failure.Unavailable(null, true, null);
    }

    /** The same, asking for no longer a wait than {@code longest}: vendors have been seen to say years. */
    static Failure within(Duration longest, Failure failure) {
        return switch (failure) {
            case Failure.RateLimited limited ->
                new Failure.RateLimited(limited.httpStatus(), shorter(longest, limited.retryAfter()));
            case Failure.Unavailable away ->
                new Failure.Unavailable(
                        away.httpStatus(), away.mayHaveBeenApplied(), shorter(longest, away.retryAfter()));
            case Failure.AuthExpired same -> same;
            case Failure.Forbidden same -> same;
            case Failure.NotFound same -> same;
            case Failure.Invalid same -> same;
            case Failure.Malformed same -> same;
        };
    }

    private static @Nullable Duration shorter(Duration longest, @Nullable Duration asked) {
        return asked != null && asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** Whether an exception is a defect of ours and not the network's or the vendor's doing. */
    static boolean ours(Throwable thrown) {
        return thrown instanceof NullPointerException
                || thrown instanceof IllegalArgumentException
                || thrown instanceof IllegalStateException
                || thrown instanceof ClassCastException
                || thrown instanceof IndexOutOfBoundsException;
    }
}
