package dev.switchboard.runtime.call;

import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.Operation;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Tokens;
import io.opentelemetry.context.Context;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call to a system: waits for the quota, keeps to the deadline, renews a refused token once, and tells the log. */
final class SingleCall {
    private final String system;
    private final IntegratedSystem adapter;
    private final Tokens tokens;
    private final Allowances allowances;
    private final CallLog log;
    private final Spans spans;
    private final ExecutorService threads;
    private final Clock clock;
    private final Duration longestWait;

    SingleCall(String system, IntegratedSystem adapter, Tokens tokens, Allowances allowances, CallResources resources) {
        this.system = system;
        this.adapter = adapter;
        this.tokens = tokens;
        this.allowances = allowances;
        this.log = resources.log();
        this.spans = resources.spans();
        this.threads = resources.threads();
        this.clock = resources.clock();
        this.longestWait = resources.longestWait();
    }

    @Nullable
    Object call(Method method, @Nullable Object @Nullable [] arguments, Operation operation, int attempt)
            throws Exception {
        if (operation.optional()) {
            keepTheReserve(operation);
        }
        if (operation.kind() != Operation.Kind.PING) {
            waitForQuota(operation);
        }
        Instant start = clock.instant();
        long startNanos = System.nanoTime();
        try {
            Object result = withinDeadline(() -> renewing(method, arguments));
            told(operation, start, startNanos, attempt, null);
            return result;
        } catch (Exception thrown) {
            if (Failures.ours(thrown)) {
                throw thrown;
            }
            Failure failure = Failures.within(longestWait, Failures.of(thrown));
            told(operation, start, startNanos, attempt, failure);
            closeQuota(failure);
            throw new IntegrationException(system, operation.endpoint(), failure, thrown);
        }
    }

    /** Little is left of a long period: what can be done without is not asked, and the log has it as a call that was not made. */
    private void keepTheReserve(Operation operation) {
        Optional<Duration> period = allowances.reservedFor();
        if (period.isPresent()) {
            Failure held = Failures.within(longestWait, new Failure.RateLimited(null, period.get()));
            told(operation, clock.instant(), System.nanoTime(), CallLogged.HELD_BACK, held);
            throw new IntegrationException(system, operation.endpoint(), held);
        }
    }

    private void waitForQuota(Operation operation) throws InterruptedException {
        Quota quota = allowances.quota();
        if (quota == null) {
            return;
        }
        Duration wait = quota.reserve(clock.instant());
        if (!clock.instant().plus(wait).isBefore(SystemCalls.deadline())) {
            quota.giveBack();
            throw new IntegrationException(system, operation.endpoint(), new Failure.RateLimited(null, wait));
        }
        Thread.sleep(wait);
    }

    private void closeQuota(Failure failure) {
        Quota quota = allowances.quota();
        if (quota != null && failure instanceof Failure.RateLimited limited && limited.retryAfter() != null) {
            quota.close(clock.instant().plus(limited.retryAfter()));
        }
    }

    private @Nullable Object withinDeadline(Callable<@Nullable Object> work) throws Exception {
        Duration left = Duration.between(clock.instant(), SystemCalls.deadline());
        if (!left.isPositive()) {
            throw new IntegrationException(system, "deadline", new Failure.Unavailable(null, false, null));
        }
        CallScope scope = CallScope.current();
        Callable<@Nullable Object> scoped = () -> scope.call(work);
        Future<@Nullable Object> answer = threads.submit(Context.current().wrap(scoped));
        try {
            return answer.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IntegrationException(system, "deadline", new Failure.Unavailable(null, true, null), late);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            throw stopping;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** A refused token is renewed once and the call made again; a second refusal is the vendor's last word. */
    private @Nullable Object renewing(Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        AccessToken used = tokens.inHand();
        try {
            return invoke(method, arguments);
        } catch (IntegrationException refused) {
            if (!(refused.failure() instanceof Failure.AuthExpired) || !tokens.renewable() || used == null) {
                throw refused;
            }
            tokens.renew(used);
            return invoke(method, arguments);
        }
    }

    private @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(adapter, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }

    private void told(Operation operation, Instant start, long startNanos, int attempt, @Nullable Failure failure) {
        boolean answered = failure == null || failure instanceof Failure.NotFound;
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        spans.measured(system, operation, took, failure);
        log.told(new CallLogged(
                start,
                system,
                operation.endpoint(),
                took.toMillis(),
                answered ? CallLogged.Status.SUCCESS : CallLogged.Status.ERROR,
                UUID.randomUUID().toString(),
                failure == null ? null : failure.httpStatus(),
                answered || failure == null ? null : failure.code(),
                attempt,
                CallScope.current().conversationId(),
                spans.traceparent(),
                allowances.percentLeft()));
    }
}
