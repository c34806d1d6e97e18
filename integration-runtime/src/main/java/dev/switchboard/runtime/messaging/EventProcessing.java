package dev.switchboard.runtime.messaging;

import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Rehearsed;
import dev.switchboard.events.Unreadable;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.call.CallScope;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs a connector's work on an event and decides what becomes of a failed one: again later, or among the dead letters. Returns
 * only when that is settled, so that the offset may be committed.
 */
@ApplicationScoped
public class EventProcessing {
    private static final Logger LOG = Logger.getLogger(EventProcessing.class);

    private final RetryTopic retries;
    private final DeadLetters dead;
    private final PartitionsHeld partitions;
    private final Rehearsals rehearsals;
    private final Clock clock;
    private volatile boolean stopping;

    EventProcessing(
            RetryTopic retries, DeadLetters dead, PartitionsHeld partitions, Rehearsals rehearsals, Clock clock) {
        this.rehearsals = rehearsals;
        this.retries = retries;
        this.dead = dead;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** From now on what work needs is taken down around it: what fails then is no defect. */
    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
    }

    /** Works on a record of a topic. */
    public void process(Event event, IncomingKafkaRecordMetadata<String, Event> record, EventWork work) {
        Instant written = record.getTimestamp();
        boolean repeated = partitions.olderThanOurs(record.getTopic(), record.getPartition(), record.getOffset())
                || record.getHeaders().lastHeader(EventPublisher.REPEATED) != null;
        Delivery delivery = new Delivery(record.getTopic(), 1, repeated, Duration.between(written, clock.instant()));
        settle(event, record, delivery, work);
    }

    /** Works on a record of a retry topic: waits until it is due, and leaves those of other services alone. */
    public void processAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record, EventWork work) {
        Optional<Delivery> due = retries.whenDue(record);
        due.ifPresent(delivery -> settle(event, record, delivery, work));
    }

    private void settle(
            Event event, IncomingKafkaRecordMetadata<String, Event> record, Delivery delivery, EventWork work) {
        if (event instanceof Unreadable unreadable) {
            unreadable(unreadable, record, delivery);
            return;
        }
        if (event instanceof Rehearsed rehearsal) {
            rehearsals.heard(rehearsal);
            return;
        }
        try {
            new CallScope(conversationOf(event), null, delivery.repeated()).run(() -> work.on(event, delivery));
        } catch (IntegrationException failed) {
            failed(event, record, delivery, failed);
        } catch (UnworkableException unworkable) {
            LOG.warnf("Event cannot be worked on conversation=%s: %s", event.key(), unworkable.getMessage());
            dead.letter(event, record, delivery, String.valueOf(unworkable.getMessage()));
        } catch (RuntimeException defect) {
            if (stopping) {
                LOG.warnf("Work is cut off by the end of this service, and comes again conversation=%s", event.key());
                throw new CutOffException(defect);
            }
            LOG.errorf(defect, "Defect while working on an event type=%s key=%s", event.getClass(), event.key());
            dead.letter(event, record, delivery, "defect: " + defect.getClass().getSimpleName());
        }
    }

    private void failed(
            Event event,
            IncomingKafkaRecordMetadata<String, Event> record,
            Delivery delivery,
            IntegrationException failed) {
        boolean again = switch (failed.failure()) {
            case Failure.RateLimited limited -> retries.later(event, delivery, limited, failed.getMessage());
            case Failure.Unavailable away -> retries.later(event, delivery, away, failed.getMessage());
            case Failure.AuthExpired refused -> retries.later(event, delivery, refused, failed.getMessage());
            case Failure.Forbidden ignored -> false;
            case Failure.NotFound ignored -> false;
            case Failure.Invalid ignored -> false;
            case Failure.Malformed ignored -> false;
        };
        LOG.warnf(
                "Event failed conversation=%s attempt=%d next=%s: %s",
                event.key(), delivery.attempt(), again ? "retry" : "dead letter", failed.getMessage());
        if (!again) {
            dead.letter(event, record, delivery, String.valueOf(failed.getMessage()));
        }
    }

    private void unreadable(
            Unreadable unreadable, IncomingKafkaRecordMetadata<String, Event> record, Delivery delivery) {
        if (unreadable.fromNewerRelease()) {
            return;
        }
        LOG.warnf(
                "Record unreadable topic=%s partition=%d offset=%d: %s",
                record.getTopic(), record.getPartition(), record.getOffset(), unreadable.reason());
        dead.unreadable(unreadable, record, delivery);
    }

    private static @Nullable String conversationOf(Event event) {
        return event instanceof ConversationEvent || event instanceof OutboundCommand ? event.key() : null;
    }
}
