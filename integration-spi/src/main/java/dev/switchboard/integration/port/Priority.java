package dev.switchboard.integration.port;

/** How soon somebody should look. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
