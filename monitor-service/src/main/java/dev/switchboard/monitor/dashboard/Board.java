package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.Event;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.StatusReported;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the topics say now: the latest status of each integration, the alerts that fire, the alerts that were. */
@ApplicationScoped
class Board {
    private static final int RECENT = 50;

    private final Map<String, StatusReported> statuses = new HashMap<>();
    private final Map<String, AlertRaised> firing = new HashMap<>();
    private final List<AlertRaised> recent = new ArrayList<>();
    private long version;

    @Incoming("status")
    synchronized void status(ConsumerRecord<String, Event> reported) {
        if (reported.value() instanceof StatusReported status) {
            statuses.put(status.integration(), status);
        } else if (isGone(reported)) {
            statuses.remove(reported.key());
        }
        version++;
    }

    @Incoming("alerts")
    synchronized void alert(ConsumerRecord<String, Event> raised) {
        if (!(raised.value() instanceof AlertRaised alert)) {
            return;
        }
        switch (alert.state()) {
            case FIRING -> firing.put(alert.key(), alert);
            case RESOLVED -> firing.remove(alert.key());
        }
        recent.removeIf(
                known -> known.key().equals(alert.key()) && known.since().equals(alert.since()));
        recent.addFirst(alert);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
        version++;
    }

    /** Changes whenever anything on the board does. */
    synchronized long version() {
        return version;
    }

    synchronized Map<String, StatusReported> statuses() {
        return Map.copyOf(statuses);
    }

    synchronized Optional<StatusReported> status(String integration) {
        return Optional.ofNullable(statuses.get(integration));
    }

    /** The loudest first, then the oldest. */
    synchronized List<AlertRaised> firing() {
        return firing.values().stream()
                .sorted(Comparator.comparing(AlertRaised::severity).reversed().thenComparing(AlertRaised::since))
                .toList();
    }

    /** Each alert once, as it stands now, the latest news first. */
    synchronized List<AlertRaised> recent() {
        return List.copyOf(recent);
    }

    private static boolean isGone(ConsumerRecord<String, Event> reported) {
        return reported.serializedValueSize() < 0;
    }
}
