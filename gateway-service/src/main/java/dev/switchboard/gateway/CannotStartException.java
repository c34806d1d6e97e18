package dev.switchboard.gateway;

/** The set-up cannot work. The message is a sentence for the operator: what is wrong, and which setting mends it. */
public final class CannotStartException extends RuntimeException {
    public CannotStartException(String sentence) {
        super(sentence);
    }
}
