package dev.switchboard.gateway.journal;

/** Where an event is durable. */
public enum Kept {
    /** Connectors see it now. */
    IN_KAFKA,
    /** Kafka is away; connectors see it when it is back. Nobody should wait for an answer. */
    ON_DISK
}
