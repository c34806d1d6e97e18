package dev.switchboard.gateway.journal;

/** Neither Kafka nor the disk took the event: whoever sent it has to send it again. */
public final class NotDurableException extends RuntimeException {
    NotDurableException(String message) {
        super(message);
    }

    NotDurableException(String message, Throwable cause) {
        super(message, cause);
    }
}
