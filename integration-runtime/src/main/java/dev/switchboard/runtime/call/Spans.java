package dev.switchboard.runtime.call;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What tracing and metrics see of a call: a span for each operation, a timer for each single call. */
final class Spans {
    private static final Logger LOG = Logger.getLogger(Spans.class);

    private final Tracer tracer;
    private final MeterRegistry meters;

    Spans(Tracer tracer, MeterRegistry meters) {
        this.tracer = tracer;
        this.meters = meters;
    }

    @Nullable
    Object around(String system, Operation operation, Callable<@Nullable Object> work) throws Exception {
        Span span = tracer.spanBuilder(system + " " + operation.endpoint())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("switchboard.integration", system)
                .setAttribute("switchboard.endpoint", operation.endpoint())
                .startSpan();
        try (Scope ignored = span.makeCurrent()) {
            return work.call();
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR, Failures.of(e).code());
            throw e;
        } finally {
            span.end();
        }
    }

    void measured(String system, Operation operation, Duration took, @Nullable Failure failure) {
        meters.timer(
                        "switchboard.integration.calls",
                        "integration",
                        system,
                        "endpoint",
                        operation.endpoint(),
                        "outcome",
                        failure == null ? "success" : failure.code())
                .record(took);
    }

    void circuit(String system, Operation.Kind kind, CircuitBreakerState state) {
        LOG.warnf("Circuit changed integration=%s kind=%s state=%s", system, kind, state);
        meters.counter(
                        "switchboard.integration.circuit",
                        "integration",
                        system,
                        "kind",
                        kind.name(),
                        "state",
                        state.name())
                .increment();
    }

    /** W3C trace context of the current span; null when not traced. */
    @Nullable
    String traceparent() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
