package dev.switchboard.gateway.journal;

import dev.switchboard.events.Event;
import java.time.Instant;

/** An event on its way: where it goes and when it was said. */
record JournalEntry(String topic, Event event, Instant time) {}
