package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Event;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventMessage;
import dev.switchboard.runtime.call.CallScope;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes a connector's events. Returns when Kafka has them on every replica it must. While Kafka is away it waits, so that the
 * record it works on is settled and committed afterwards; it throws what waiting would not change.
 */
@ApplicationScoped
public class EventPublisher {
    static final String REPEATED = "switchboard-repeated";

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    private final MutinyEmitter<Event> emitter;
    private final URI source;
    private final Clock clock;

    EventPublisher(
            @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<Event> emitter,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Clock clock) {
        this.emitter = emitter;
        this.source = URI.create("/switchboard/" + service);
        this.clock = clock;
    }

    /** What the connector found or did. */
    public void answer(Answer answer) {
        publish(Topics.ANSWERS, answer);
    }

    /** What telephony is to do. */
    public void command(OutboundCommand command) {
        publish(Topics.OUTBOUND, command);
    }

    /**
     * Any event on any topic. What comes of work that may have been done before may have been published before: it says so, and
     * whoever works on it looks before they make anything.
     */
    public void publish(String topic, Event event) {
        if (CallScope.current().repeated()) {
            publish(topic, event.key(), event, new RecordHeaders().add(REPEATED, new byte[0]));
            return;
        }
        send(topic, EventMessage.of(event, topic, source, clock.instant()));
    }

    /** The same with more headers, and without an opinion on the event: also what cannot be read can be moved. */
    void publish(String topic, String key, Event event, Headers headers) {
        Message<Event> message = EventMessage.of(event, topic, source, clock.instant());
        send(
                topic,
                message.addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withKey(key)
                        .withHeaders(headers)
                        .build()));
    }

    private void send(String topic, Message<Event> message) {
        while (true) {
            try {
                emitter.sendMessageAndAwait(message);
                return;
            } catch (RuntimeException notTaken) {
                if (!waitingHelps(notTaken)) {
                    throw notTaken;
                }
                LOG.errorf(
                        "Event cannot be published yet topic=%s: %s",
                        topic, notTaken.getClass().getSimpleName());
                Patience.untilNextTry();
            }
        }
    }

    /** Whether Kafka will never take the record: together with its headers it is larger than the topic allows. */
    static boolean tooLarge(Throwable notTaken) {
        return causedBy(RecordTooLargeException.class, notTaken);
    }

    /** SmallRye tells that a record was not delivered in time as an exception of its own, around Kafka's. */
    private static boolean waitingHelps(Throwable notTaken) {
        return causedBy(RetriableException.class, notTaken);
    }

    private static boolean causedBy(Class<? extends Throwable> reason, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (reason.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
