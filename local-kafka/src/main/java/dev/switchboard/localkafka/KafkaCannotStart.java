package dev.switchboard.localkafka;

/** The broker did not come up; the message is one sentence that says why and what to do. */
public final class KafkaCannotStart extends RuntimeException {
    KafkaCannotStart(String message) {
        super(message);
    }

    KafkaCannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
