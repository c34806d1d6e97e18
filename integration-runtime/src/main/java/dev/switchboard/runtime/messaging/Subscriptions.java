package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import dev.switchboard.events.PositionReached;
import dev.switchboard.events.Topics;
import dev.switchboard.events.kafka.EventDeserializer;
import dev.switchboard.runtime.adapter.ConnectedSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the systems' subscriptions open, on one replica of the service: the one to which the group gives the only partition of
 * {@link Topics#POSITIONS}. That one first reads how far its predecessor came, then listens.
 */
@ApplicationScoped
class Subscriptions {
    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final IntegratedSystems systems;
    private final ChangeListening listening;
    private final Map<String, Object> kafka;
    private final Map<String, String> positions = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, Event> consumer;
    private volatile List<Thread> listeners = List.of();

    Subscriptions(
            IntegratedSystems systems,
            ChangeListening listening,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.systems = systems;
        this.listening = listening;
        this.kafka = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                service + "-subscriptions",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
    }

    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        if (systems.all().stream().anyMatch(system -> !system.subscriptions().isEmpty())) {
            Thread.ofVirtual().name("subscriptions").start(this::watch);
        }
    }

    void end(@Observes ShutdownEvent ended) {
        stopping = true;
        KafkaConsumer<String, Event> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        hangUp();
    }

    private void watch() {
        while (!stopping) {
            try (KafkaConsumer<String, Event> own =
                    new KafkaConsumer<>(kafka, new StringDeserializer(), new EventDeserializer())) {
                consumer = own;
                own.subscribe(List.of(Topics.POSITIONS), new Handover());
                while (!stopping) {
                    own.poll(POLL).forEach(stored -> remember(stored.value()));
                    if (listeners.isEmpty() && readToTheEnd(own)) {
                        listeners = callAll();
                    }
                }
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException away) {
                LOG.warnf("Positions cannot be read yet: %s", away.getClass().getSimpleName());
                Patience.untilNextTry();
            } finally {
                hangUp();
            }
        }
    }

    private void remember(Event stored) {
        if (stored instanceof PositionReached reached) {
            positions.put(reached.key(), reached.position());
        }
    }

    private static boolean readToTheEnd(KafkaConsumer<String, Event> own) {
        Collection<TopicPartition> held = own.assignment();
        return !held.isEmpty()
                && own.endOffsets(held).entrySet().stream()
                        .allMatch(end -> own.position(end.getKey()) >= end.getValue());
    }

    private List<Thread> callAll() {
        return systems.all().stream().flatMap(this::call).toList();
    }

    private Stream<Thread> call(ConnectedSystem system) {
        return system.subscriptions().stream()
                .map(subscription -> Thread.ofVirtual()
                        .name("subscription-" + system.id() + subscription.name())
                        .start(() -> listening.listen(system.id(), subscription, positions)));
    }

    /** Waits a little for those who listen: the next replica begins when we have handed over. */
    private void hangUp() {
        List<Thread> open = listeners;
        open.forEach(Thread::interrupt);
        try {
            for (Thread listener : open) {
                listener.join(ENDING);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        listeners = List.of();
    }

    /** The partition comes and goes with the right to listen. */
    private final class Handover implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            KafkaConsumer<String, Event> open = consumer;
            if (open != null) {
                open.seekToBeginning(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                hangUp();
            }
        }
    }
}
