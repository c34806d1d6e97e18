package dev.switchboard.cli.call;

/** The call could not be carried on; the message is one sentence. */
public final class CallFailed extends RuntimeException {
    CallFailed(String sentence) {
        super(sentence);
    }

    CallFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
