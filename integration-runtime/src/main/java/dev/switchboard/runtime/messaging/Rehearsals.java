package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Rehearsed;
import dev.switchboard.events.Topics;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A service is ready when it has been round once: events out, events in, an answer out. Only what a replica reads back itself
 * counts, and when it reads none within a few seconds (another replica has the partitions, Kafka is away) it is ready all the same.
 */
@Default
@Readiness
@ApplicationScoped
class Rehearsals implements HealthCheck {
    private static final int TURNS = 64;
    private static final int ENOUGH = TURNS / 4;
    private static final int OF_OTHERS = 4;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final EventPublisher publisher;
    private final String service;
    private final boolean readsCalls;
    private final CountDownLatch heard = new CountDownLatch(ENOUGH);
    private volatile boolean done;

    Rehearsals(
            EventPublisher publisher,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "mp.messaging.incoming.work.topics") Optional<List<String>> worked) {
        this.publisher = publisher;
        this.service = service;
        this.readsCalls = worked.orElse(List.of()).contains(Topics.CALLS);
    }

    void atStart(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        if (!readsCalls) {
            done = true;
            return;
        }
        Thread.ofVirtual().name("rehearsal").start(this::publish);
        Thread.ofVirtual().name("rehearsal-patience").start(this::waitForEnough);
    }

    /**
     * Somebody rehearses: our own is answered, as a question would be, and of others one in four, for a service that only reads
     * answers. Were each answered by everyone, a house that starts would spend seconds on it.
     */
    void heard(Rehearsed rehearsal) {
        boolean ours = rehearsal.service().equals(service);
        if (ours || rehearsal.turn() % OF_OTHERS == 0) {
            publisher.publish(Topics.ANSWERS, rehearsal);
        }
        if (ours) {
            heard.countDown();
        }
    }

    private void publish() {
        for (int turn = 1; turn <= TURNS; turn++) {
            publisher.publish(Topics.CALLS, new Rehearsed(service, turn));
        }
    }

    private void waitForEnough() {
        try {
            boolean _ = heard.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            done = true;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rehearsed").status(done).build();
    }
}
