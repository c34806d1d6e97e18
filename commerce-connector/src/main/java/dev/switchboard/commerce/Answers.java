package dev.switchboard.commerce;

import dev.switchboard.events.Answer;

/** Where answers go. */
@FunctionalInterface
interface Answers {
    /** Returns when the answer is durable. */
    void give(Answer answer);
}
