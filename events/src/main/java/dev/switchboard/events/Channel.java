package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the customer reached us. */
public enum Channel {
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("whatsapp")
    WHATSAPP,
    @JsonProperty("messenger")
    MESSENGER,
    @JsonProperty("slack")
    SLACK,
    @JsonProperty("teams")
    TEAMS,
    @JsonProperty("web")
    WEB;

    /** Whether the conversation is spoken, and so belongs on {@link Topics#CALLS}. */
    public boolean spoken() {
        return this == PHONE;
    }
}
