package dev.switchboard.monitor.dashboard;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka answers: without it the board shows the past, and must say so instead of staying green. One line in the log when
 * it goes, one when it is back.
 */
@ApplicationScoped
class BrokerWatch {
    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(3).toMillis();

    private final String bootstrapServers;
    private final Admin admin;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();

    BrokerWatch(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        this.admin =
                Admin.create(Map.of("bootstrap.servers", bootstrapServers, "reconnect.backoff.max.ms", PATIENCE_MS));
    }

    /** Since when Kafka has not answered; empty while it does. */
    Optional<Instant> awaySince() {
        return Optional.ofNullable(awaySince.get());
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        if (answers()) {
            Instant away = awaySince.getAndSet(null);
            if (away != null) {
                LOG.infof("Kafka at %s answers again", bootstrapServers);
            }
        } else if (awaySince.compareAndSet(null, clock.instant())) {
            LOG.warnf("Kafka at %s does not answer; the dashboard says so until it does", bootstrapServers);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
