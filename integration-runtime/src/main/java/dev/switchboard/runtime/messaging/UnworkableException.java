package dev.switchboard.runtime.messaging;

/** An event that nobody can work on, now or later: it goes to the dead letters with this sentence. No personal data in it. */
public final class UnworkableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code reason} is a sentence for the operator: what is wrong, and what to do. */
    public UnworkableException(String reason) {
        super(reason);
    }
}
