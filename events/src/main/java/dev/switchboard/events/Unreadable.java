package dev.switchboard.events;

/**
 * A record that is no event we know: wrong JSON, no CloudEvents headers, or a type from a newer release.
 *
 * @param type what the record says it is; empty when it says nothing
 * @param reason one sentence without the record's content
 * @param value the record's value, Base64, so that it is not lost
 */
@EventType("record.unreadable.v1")
public record Unreadable(String type, String reason, String value) implements Event {
    @Override
    public String key() {
        return "";
    }

    @Override
    public String distinction() {
        return EventId.of(type, value);
    }

    /** Whether this release merely does not know the type: then it is somebody else's, not a defect. */
    public boolean fromNewerRelease() {
        return !type.isEmpty() && !EventTypes.known(type);
    }
}
