package dev.switchboard.runtime.call;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.Operation;
import io.smallrye.faulttolerance.api.Guard;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The proxy around an adapter. From the outside in: span, deadline, retry, circuit breaker, look-before-create, and then for each
 * single call quota, call log and token ({@link SingleCall}).
 */
final class SystemCalls implements InvocationHandler {
    private final String system;
    private final Object adapter;
    private final SingleCall single;
    private final Spans spans;
    private final Clock clock;
    private final Map<Operation.Kind, Guard> guards = new EnumMap<>(Operation.Kind.class);

    SystemCalls(String system, IntegratedSystem adapter, SingleCall single, Spans spans, Clock clock) {
        this.system = system;
        this.adapter = adapter;
        this.single = single;
        this.spans = spans;
        this.clock = clock;
        for (Operation.Kind kind : Operation.Kind.values()) {
            guards.put(
                    kind,
                    new Retrying(kind, clock)
                            .guard(system, CallPolicy.of(kind), state -> spans.circuit(system, kind, state)));
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Operation operation = method.getAnnotation(Operation.class);
        if (operation == null) {
            return ofObject(proxy, method, arguments);
        }
        CallScope scope = CallScope.current()
                .until(clock.instant().plus(CallPolicy.of(operation.kind()).deadline()));
        return spans.around(system, operation, () -> scope.call(() -> guarded(method, arguments, operation)));
    }

    private @Nullable Object guarded(Method method, @Nullable Object @Nullable [] arguments, Operation operation) {
        Attempts attempts = new Attempts();
        try {
            if (operation.kind() == Operation.Kind.PING) {
                return single.call(method, arguments, operation, 1);
            }
            Guard guard = guards.get(operation.kind());
            if (guard == null) {
                throw new IllegalStateException("No policy for " + operation.kind());
            }
            Callable<@Nullable Object> attempt = () -> attempt(method, arguments, operation, attempts);
            return guard.<@Nullable Object>call(attempt, Object.class);
        } catch (Throwable thrown) {
            if (Failures.ours(thrown)) {
                throw (RuntimeException) thrown;
            }
            throw new IntegrationException(system, operation.endpoint(), Failures.of(thrown), thrown);
        }
    }

    private @Nullable Object attempt(
            Method method, @Nullable Object @Nullable [] arguments, Operation operation, Attempts attempts)
            throws Exception {
        attempts.count++;
        if (operation.kind() == Operation.Kind.CREATE
                && (attempts.mayHaveBeenApplied || CallScope.current().repeated())) {
            Optional<?> made = lookForEarlier(method, arguments, operation, attempts.count);
            if (made.isPresent()) {
                return made.get();
            }
        }
        try {
            return single.call(method, arguments, operation, attempts.count);
        } catch (IntegrationException e) {
            attempts.mayHaveBeenApplied |= mayHaveBeenApplied(e.failure());
            throw e;
        }
    }

    private static boolean mayHaveBeenApplied(Failure failure) {
        return switch (failure) {
            case Failure.Unavailable away -> away.mayHaveBeenApplied();
            case Failure.Malformed ignored -> true;
            case Failure.AuthExpired ignored -> false;
            case Failure.Forbidden ignored -> false;
            case Failure.NotFound ignored -> false;
            case Failure.Invalid ignored -> false;
            case Failure.RateLimited ignored -> false;
        };
    }

    /** What one invocation has tried so far. Confined to the invocation's thread. */
    private static final class Attempts {
        private int count;
        private boolean mayHaveBeenApplied;
    }

    private Optional<?> lookForEarlier(
            Method method, @Nullable Object @Nullable [] arguments, Operation create, int attempt) throws Exception {
        Method finder = method.getDeclaringClass().getMethod(create.existing(), method.getParameterTypes());
        Operation lookup = finder.getAnnotation(Operation.class);
        try {
            return single.call(finder, arguments, lookup, attempt) instanceof Optional<?> made
                    ? made
                    : Optional.empty();
        } catch (IntegrationException e) {
            if (e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private @Nullable Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "toString" -> system;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && isSame(proxy, arguments[0]);
            default -> {
                try {
                    yield method.invoke(adapter, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        };
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    private static boolean isSame(Object proxy, @Nullable Object other) {
        return proxy == other;
    }

    /** What is left of the deadline; never null inside a call. */
    static Instant deadline() {
        Instant deadline = CallScope.current().deadline();
        if (deadline == null) {
            throw new IllegalStateException("A call to a system always has a deadline");
        }
        return deadline;
    }
}
