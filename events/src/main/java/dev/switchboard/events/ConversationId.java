package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One call or one chat session. For a call it is the provider's own call id, so every webhook of the call names it. */
public record ConversationId(@JsonValue String value) {
    private static final int LONGEST = 128;

    @JsonCreator
    public ConversationId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("A conversation id has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
