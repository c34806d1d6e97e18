package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import dev.switchboard.events.Topics;
import dev.switchboard.integration.Failure;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where an event waits for its next attempt, with its due time, for one service. */
@ApplicationScoped
class RetryTopic {
    private static final String SERVICE = "switchboard-retry-service";
    private static final String ATTEMPT = "switchboard-retry-attempt";
    private static final String DUE = "switchboard-retry-due";
    private static final String FIRST_WRITTEN = "switchboard-retry-first-written";
    private static final String REASON = "switchboard-retry-reason";

    private final EventPublisher publisher;
    private final Clock clock;
    private final String service;
    private final List<Duration> delays;

    RetryTopic(
            EventPublisher publisher,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(
                            name = "switchboard.retry.delays",
                            defaultValue = "5S,15S,30S,1M,2M,5M,10M,20M,30M,1H,2H,4H,8H,8H")
                    List<Duration> delays) {
        this.publisher = publisher;
        this.clock = clock;
        this.service = service;
        this.delays = List.copyOf(delays);
    }

    /** Puts the event there; false when it has had all its attempts, or is too large for the topic. */
    boolean later(Event event, Delivery delivery, Failure failure, @Nullable String reason) {
        if (delivery.attempt() > delays.size()) {
            return false;
        }
        Duration delay = delays.get(delivery.attempt() - 1);
        Duration asked = switch (failure) {
            case Failure.RateLimited limited -> limited.retryAfter();
            case Failure.Unavailable away -> away.retryAfter();
            case Failure.AuthExpired ignored -> null;
            case Failure.Forbidden ignored -> null;
            case Failure.NotFound ignored -> null;
            case Failure.Invalid ignored -> null;
            case Failure.Malformed ignored -> null;
        };
        Instant now = clock.instant();
        Instant due = now.plus(asked != null ? asked : delay);
        Headers headers = new RecordHeaders()
                .add(SERVICE, bytes(service))
                .add(ATTEMPT, bytes(Integer.toString(delivery.attempt() + 1)))
                .add(DUE, bytes(due.toString()))
                .add(FIRST_WRITTEN, bytes(now.minus(delivery.age()).toString()))
                .add(REASON, bytes(String.valueOf(reason)));
        return publish(event, delivery, headers);
    }

    private boolean publish(Event event, Delivery delivery, Headers headers) {
        try {
            publisher.publish(Topics.retryOf(delivery.topic()), event.key(), event, headers);
            return true;
        } catch (RuntimeException notTaken) {
            if (EventPublisher.tooLarge(notTaken)) {
                return false;
            }
            throw notTaken;
        }
    }

    /** Waits until the record is due; empty when another service put it there. */
    Optional<Delivery> whenDue(IncomingKafkaRecordMetadata<String, Event> record) {
        Headers headers = record.getHeaders();
        if (!text(headers, SERVICE).equals(service)) {
            return Optional.empty();
        }
        sleepUntil(Instant.parse(text(headers, DUE)));
        String topic = record.getTopic()
                .substring(0, record.getTopic().length() - Topics.retryOf("").length());
        Duration age = Duration.between(Instant.parse(text(headers, FIRST_WRITTEN)), clock.instant());
        return Optional.of(new Delivery(topic, Integer.parseInt(text(headers, ATTEMPT)), true, age));
    }

    private void sleepUntil(Instant due) {
        try {
            Duration wait = Duration.between(clock.instant(), due);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting; the record comes again", stopping);
        }
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
