package dev.switchboard.events;

/** A record that is no event we know: wrong JSON, no CloudEvents headers, or a type from a newer release. */
public record Unreadable(String type, String reason) implements Event {
    @Override
    public String key() {
        return "";
    }

    @Override
    public String distinction() {
        return "";
    }

    /** Whether this release merely does not know the type: then it is somebody else's, not a defect. */
    public boolean fromNewerRelease() {
        return !type.isEmpty() && !EventTypes.known(type);
    }
}
