package dev.switchboard.gateway.journal;

/** Kafka is there and will never take this event, e.g. because it is too large. */
public final class UndeliverableException extends RuntimeException {
    UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}
