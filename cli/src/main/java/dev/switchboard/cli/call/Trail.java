package dev.switchboard.cli.call;

import dev.switchboard.events.Event;
import java.util.List;

/** What a call leaves behind: the events that systems answered it with, and the messages that went out for it. */
@FunctionalInterface
interface Trail {
    /** What has come since the last time this was asked; waits a moment for it. */
    List<Event> next();
}
