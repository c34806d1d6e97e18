package dev.switchboard.gateway.conversation;

/** What the customer hears or reads, and what comes after it. */
public record Spoken(String text, Next next) {
    /** What comes after the words. */
    public enum Next {
        LISTEN,
        TRANSFER,
        HANG_UP
    }
}
