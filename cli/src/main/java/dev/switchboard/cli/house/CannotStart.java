package dev.switchboard.cli.house;

/** Something is wrong with the machine or a service; the message is one sentence that says what to do. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
