package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the customer sounded. */
public enum Sentiment {
    @JsonProperty("positive")
    POSITIVE,
    @JsonProperty("neutral")
    NEUTRAL,
    @JsonProperty("negative")
    NEGATIVE,
    @JsonProperty("angry")
    ANGRY
}
