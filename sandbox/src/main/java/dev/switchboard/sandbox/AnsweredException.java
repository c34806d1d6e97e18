package dev.switchboard.sandbox;

/** Ends a handler early with a whole answer, for instance a validation error found deep inside. */
public final class AnsweredException extends RuntimeException {

    private final transient Answer answer;

    public AnsweredException(Answer answer) {
        super("answered with status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
