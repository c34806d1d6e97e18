package dev.switchboard.runtime.messaging;

import java.time.Duration;

/** What we have while Kafka does not take a record. */
final class Patience {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private Patience() {}

    static void untilNextTry() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Stopped before Kafka took a record; what it is about comes again", stopping);
        }
    }
}
