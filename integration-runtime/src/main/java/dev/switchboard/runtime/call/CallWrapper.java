package dev.switchboard.runtime.call;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.runtime.adapter.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Wraps an adapter in everything a call to a system needs. */
@ApplicationScoped
public class CallWrapper {
    private final CallResources resources;
    private final QuotaShare share;
    private final QuotaSettings settings;

    CallWrapper(
            CallLog log, Tracer tracer, MeterRegistry meters, QuotaShare share, Clock clock, QuotaSettings settings) {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("call-", 0).factory());
        this.resources = new CallResources(log, new Spans(tracer, meters), threads, clock, settings.longestWait());
        this.share = share;
        this.settings = settings;
    }

    /** What a system lets us do; it is to be told what the vendor's answers say of it. */
    public Allowances allowances(IntegrationCard card) {
        return new Allowances(quota(card), settings.reservePercent(), resources.clock());
    }

    /** The adapter's ports behind one proxy. */
    public IntegratedSystem wrap(IntegrationCard card, IntegratedSystem adapter, Tokens tokens, Allowances allowances) {
        SingleCall single = new SingleCall(card.id(), adapter, tokens, allowances, resources);
        Class<?>[] ports = Arrays.stream(adapter.getClass().getInterfaces())
                .filter(IntegratedSystem.class::isAssignableFrom)
                .toArray(Class<?>[]::new);
        return (IntegratedSystem) Proxy.newProxyInstance(
                adapter.getClass().getClassLoader(),
                ports,
                new SystemCalls(card.id(), adapter, single, resources.spans(), resources.clock()));
    }

    /** The card's tightest limit; {@code switchboard.quota.<id>} sets another number of requests for its period, 0 none. */
    private @Nullable Quota quota(IntegrationCard card) {
        if (card.limits().isEmpty()) {
            return null;
        }
        IntegrationCard.Limit limit = card.limits().getFirst();
        int requests = settings.requests(card.id()).orElse(limit.requests());
        return requests == 0
                ? null
                : new Quota(requests, limit.per(), share, resources.clock().instant());
    }

    @PreDestroy
    void stop() {
        resources.threads().shutdownNow();
    }
}
