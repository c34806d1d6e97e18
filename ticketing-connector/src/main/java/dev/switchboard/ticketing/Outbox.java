package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Promise;

/** Where answers, commands and promises go; returns when they are durable. */
interface Outbox {
    void answer(Answer answer);

    void command(OutboundCommand command);

    void promise(Promise promise);
}
