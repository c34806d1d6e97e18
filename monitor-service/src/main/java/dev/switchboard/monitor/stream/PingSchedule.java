package dev.switchboard.monitor.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When each integration is due for its next ping: at once after a start, then at every interval. */
final class PingSchedule {
    private final Duration interval;
    private final Map<String, Instant> last = new HashMap<>();

    PingSchedule(Duration interval) {
        this.interval = interval;
    }

    void restart() {
        last.clear();
    }

    /** A ping was answered or failed, whoever asked for it: connectors also ping when they start. */
    void heard(String integration, Instant now) {
        last.put(integration, now);
    }

    /** Whether to ask now; asking counts as asked. */
    boolean due(String integration, Instant now) {
        Instant previous = last.get(integration);
        if (previous != null && previous.plus(interval).isAfter(now)) {
            return false;
        }
        last.put(integration, now);
        return true;
    }
}
