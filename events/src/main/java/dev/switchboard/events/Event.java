package dev.switchboard.events;

/**
 * Something that travels on a topic. An event knows where it belongs ({@link #key()}: what stays in order with what) and what
 * makes it itself ({@link #distinction()}), so the same fact published twice carries the same CloudEvents id.
 */
public interface Event {
    /** The Kafka key and CloudEvents subject: the conversation's id, or the integration's. */
    String key();

    /** What tells this event from others of its type with the same key; empty when there can be only one. */
    String distinction();
}
