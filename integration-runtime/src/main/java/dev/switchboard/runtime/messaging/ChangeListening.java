package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Change;
import dev.switchboard.events.PositionReached;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.Subscription;
import dev.switchboard.runtime.call.CallLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Listens to one subscription until it is interrupted, and calls again whenever the line breaks: sooner first, later each time. */
@ApplicationScoped
class ChangeListening {
    private static final Logger LOG = Logger.getLogger(ChangeListening.class);
    private static final String ENDPOINT = "/changes/listen";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final EventPublisher publisher;
    private final CallLog log;
    private final Clock clock;

    ChangeListening(EventPublisher publisher, CallLog log, Clock clock) {
        this.publisher = publisher;
        this.log = log;
        this.clock = clock;
    }

    /** @param positions how far each subscription came, by the key of {@link PositionReached}; kept up to date */
    void listen(String system, Subscription subscription, Map<String, String> positions) {
        Heard heard = new Heard(system, subscription.name(), positions);
        Duration pause = FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            Instant called = clock.instant();
            heard.anything = false;
            try {
                subscription.listen(positions.get(heard.key()), heard);
            } catch (InterruptedException hungUp) {
                return;
            } catch (IntegrationException broken) {
                broken(system, subscription, called, broken.failure());
            } catch (ProcessingException | WebApplicationException away) {
                broken(system, subscription, called, new Failure.Unavailable(null, true, null));
            } catch (IllegalStateException stoppedOrWrong) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.errorf(
                        stoppedOrWrong,
                        "Subscription failed integration=%s subscription=%s",
                        system,
                        subscription.name());
            }
            pause = heard.anything ? FIRST_PAUSE : pause;
            if (!slept(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void broken(String system, Subscription subscription, Instant called, Failure failure) {
        told(system, called, failure);
        LOG.warnf(
                "Subscription broken integration=%s subscription=%s failure=%s",
                system, subscription.name(), failure.code());
    }

    private void told(String system, Instant called, Failure failure) {
        log.told(new CallLogged(
                called,
                system,
                ENDPOINT,
                Duration.between(called, clock.instant()).toMillis(),
                CallLogged.Status.ERROR,
                UUID.randomUUID().toString(),
                failure.httpStatus(),
                failure.code(),
                1,
                null,
                null,
                null));
    }

    /** With jitter: replicas and subscriptions that broke together do not call together. */
    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
            return true;
        } catch (InterruptedException hungUp) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Publishes the changes first and the position after them: what is told twice is the same event. */
    private final class Heard implements Subscription.Listener {
        private final String system;
        private final String subscription;
        private final Map<String, String> positions;
        private boolean anything;

        Heard(String system, String subscription, Map<String, String> positions) {
            this.system = system;
            this.subscription = subscription;
            this.positions = positions;
        }

        String key() {
            return system + "/" + subscription;
        }

        @Override
        public void heard(List<Change> changes, String position) {
            anything = true;
            changes.forEach(change -> publisher.publish(Topics.CHANGES, change));
            if (!position.equals(positions.get(key()))) {
                publisher.publish(
                        Topics.POSITIONS, new PositionReached(system, subscription, position, clock.instant()));
                positions.put(key(), position);
            }
        }

        @Override
        public void unreadable() {
            LOG.errorf("A change cannot be read integration=%s subscription=%s", system, subscription);
        }
    }
}
