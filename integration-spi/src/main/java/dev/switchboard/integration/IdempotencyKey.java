package dev.switchboard.integration;

/**
 * What makes a command the same command when it comes again; made from the event that asks for it. At most 64 characters of
 * {@code [A-Za-z0-9-]}, so that every vendor's external-id field takes it.
 */
public record IdempotencyKey(String value) {
    private static final String ALLOWED = "[A-Za-z0-9-]{1,64}";

    public IdempotencyKey {
        if (!value.matches(ALLOWED)) {
            throw new IllegalArgumentException("An idempotency key matches " + ALLOWED);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
