package dev.switchboard.runtime.messaging;

import dev.switchboard.events.Event;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A connector whose work each test says by the event's key; keeps how every event came. */
@ApplicationScoped
class DeskEvents {
    private final EventProcessing processing;
    private final Map<String, EventWork> works = new ConcurrentHashMap<>();
    private final Map<String, List<Delivery>> deliveries = new ConcurrentHashMap<>();

    DeskEvents(EventProcessing processing) {
        this.processing = processing;
    }

    void does(String key, EventWork work) {
        works.put(key, work);
    }

    /** How the events with this key came, in order; also those whose work failed. */
    List<Delivery> deliveries(String key) {
        return List.copyOf(deliveries.getOrDefault(key, List.of()));
    }

    @Incoming("work")
    @RunOnVirtualThread
    void call(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::work);
    }

    @Incoming("retries")
    @RunOnVirtualThread
    void callAgain(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::work);
    }

    @Incoming("homeless")
    @RunOnVirtualThread
    void homeless(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::work);
    }

    private void work(Event event, Delivery delivery) {
        deliveries
                .computeIfAbsent(event.key(), key -> new CopyOnWriteArrayList<>())
                .add(delivery);
        EventWork work = works.get(event.key());
        if (work != null) {
            work.on(event, delivery);
        }
    }
}
