package dev.switchboard.events;

import java.time.Instant;

/**
 * How far a connector has listened to a system that tells its changes over an open line, on {@link Topics#POSITIONS}. Written when
 * everything before it is published, so whoever listens next goes on there.
 *
 * @param system the card's id
 * @param subscription which of the system's lines, e.g. the vendor's topic
 * @param position in the vendor's words
 */
@EventType("position.reached.v1")
public record PositionReached(String system, String subscription, String position, Instant at) implements Event {
    @Override
    public String key() {
        return system + "/" + subscription;
    }

    @Override
    public String distinction() {
        return position;
    }
}
