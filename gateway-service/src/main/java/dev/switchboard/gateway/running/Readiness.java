package dev.switchboard.gateway.running;

import dev.switchboard.gateway.journal.ConversationJournal;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready means warm. A gateway without Kafka stays ready: it keeps events on disk. */
@Singleton
@org.eclipse.microprofile.health.Readiness
final class Readiness implements HealthCheck {
    private final WarmUp warmUp;
    private final ConversationJournal journal;

    Readiness(WarmUp warmUp, ConversationJournal journal) {
        this.warmUp = warmUp;
        this.journal = journal;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(warmUp.done())
                .withData("spooled-events", journal.spooled())
                .withData("events-go-to", journal.spooling() ? "disk" : "kafka")
                .build();
    }
}
