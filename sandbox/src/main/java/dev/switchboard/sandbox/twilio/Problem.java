package dev.switchboard.sandbox.twilio;

import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;

/** The vendor's error body. */
final class Problem {

    private Problem() {}

    static Answer answer(int status, int code, String message) {
        return Answer.json(
                status,
                Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status));
    }

    /** Refuses what was asked for. */
    static AnsweredException badRequest(int code, String message) {
        return new AnsweredException(answer(400, code, message));
    }
}
