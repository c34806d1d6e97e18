package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.OutboundCommand;

/** Where answers and commands go; returns when they are durable. */
interface Outbox {
    void answer(Answer answer);

    void command(OutboundCommand command);
}
