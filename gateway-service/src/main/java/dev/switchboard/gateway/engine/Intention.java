package dev.switchboard.gateway.engine;

import dev.switchboard.events.Question;

/** What an engine wants done beside speaking. */
public sealed interface Intention {
    /** Ask the company's systems; the answer is spoken after the engine's own words. */
    record Ask(Question question) implements Intention {}

    /** Call a person in by a ticket. */
    record Escalate(String reason) implements Intention {}

    /** Put the call through to a person, when there is one; otherwise it is an escalation. */
    record Transfer() implements Intention {}

    /** Let the customer know when their ticket is solved. Where there is none, one is opened. */
    record TellWhenSolved() implements Intention {}

    /** Say goodbye and hang up. */
    record End() implements Intention {}
}
