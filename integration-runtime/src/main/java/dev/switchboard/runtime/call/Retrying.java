package dev.switchboard.runtime.call;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.Operation;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Retry and circuit breaker of one system for one kind of operation. */
final class Retrying {
    private static final long FIRST_BACKOFF_MILLIS = 200;
    private static final long LONGEST_BACKOFF_MILLIS = 5_000;
    private static final int CIRCUIT_LOOKS_AT = 20;
    private static final double CIRCUIT_OPENS_AT = 0.5;
    private static final long CIRCUIT_OPEN_SECONDS = 5;

    private final Operation.Kind kind;
    private final Clock clock;

    Retrying(Operation.Kind kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    Guard guard(String system, CallPolicy policy, Consumer<CircuitBreakerState> circuit) {
        return Guard.create()
                .withDescription(system + " " + kind)
                .withRetry()
                .maxRetries(policy.retries())
                .maxDuration(policy.deadline().toMillis() + LONGEST_BACKOFF_MILLIS, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(this::worthAnotherTry)
                .withCustomBackoff()
                .strategy(Backoff::new)
                .done()
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(CIRCUIT_LOOKS_AT)
                .failureRatio(CIRCUIT_OPENS_AT)
                .delay(CIRCUIT_OPEN_SECONDS, ChronoUnit.SECONDS)
                .when(thrown -> !Failures.ours(thrown) && Failures.of(thrown) instanceof Failure.Unavailable)
                .name(system + " " + kind)
                .onStateChange(circuit)
                .done()
                .build();
    }

    private boolean worthAnotherTry(Throwable thrown) {
        if (Failures.ours(thrown)) {
            return false;
        }
        return switch (Failures.of(thrown)) {
            case Failure.RateLimited limited -> inTime(limited.retryAfter());
            case Failure.Unavailable away -> inTime(away.retryAfter());
            case Failure.Malformed ignored -> kind == Operation.Kind.CREATE;
            case Failure.AuthExpired ignored -> false;
            case Failure.Forbidden ignored -> false;
            case Failure.NotFound ignored -> false;
            case Failure.Invalid ignored -> false;
        };
    }

    /** Waiting is only worth it when there is something left of the deadline afterwards. */
    private boolean inTime(@Nullable Duration wait) {
        Instant deadline = CallScope.current().deadline();
        Duration pause = wait == null ? Duration.ofMillis(FIRST_BACKOFF_MILLIS) : wait;
        return deadline == null || clock.instant().plus(pause).isBefore(deadline);
    }

    /** A pause never takes more than half of what is left of the deadline: the attempt after it needs time too. */
    private long atMostHalfOfWhatIsLeft(long delay) {
        Instant deadline = CallScope.current().deadline();
        if (deadline == null) {
            return delay;
        }
        return Math.clamp(Duration.between(clock.instant(), deadline).toMillis() / 2, 0, delay);
    }

    /** As long as the vendor says, or twice as long each time with full jitter. */
    private final class Backoff implements CustomBackoffStrategy {
        private long ceiling = FIRST_BACKOFF_MILLIS;

        @Override
        public long nextDelayInMillis(Throwable thrown) {
            Duration asked = switch (Failures.of(thrown)) {
                case Failure.RateLimited limited -> limited.retryAfter();
                case Failure.Unavailable away -> away.retryAfter();
                case Failure.AuthExpired ignored -> null;
                case Failure.Forbidden ignored -> null;
                case Failure.NotFound ignored -> null;
                case Failure.Invalid ignored -> null;
                case Failure.Malformed ignored -> null;
            };
            if (asked != null) {
                return asked.toMillis() + ThreadLocalRandom.current().nextLong(1, 50);
            }
            long delay = ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1);
            ceiling = Math.min(LONGEST_BACKOFF_MILLIS, ceiling * 2);
            return atMostHalfOfWhatIsLeft(delay);
        }
    }
}
