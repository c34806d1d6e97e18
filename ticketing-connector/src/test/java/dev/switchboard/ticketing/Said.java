package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Promise;
import java.util.ArrayList;
import java.util.List;

/** What was published, in order. */
final class Said implements Outbox {
    final List<Promise> promises = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final List<OutboundCommand> commands = new ArrayList<>();

    @Override
    public void answer(Answer answer) {
        answers.add(answer);
    }

    @Override
    public void promise(Promise promise) {
        promises.add(promise);
    }

    @Override
    public void command(OutboundCommand command) {
        commands.add(command);
    }
}
