package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** One thing said or written. */
public record Utterance(Speaker speaker, String text, Instant at) {
    /** Who said it. */
    public enum Speaker {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("agent")
        AGENT
    }
}
