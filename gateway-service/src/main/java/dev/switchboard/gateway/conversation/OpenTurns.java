package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns whose reply is not durable yet, by the message that is replied to: one that comes again gets the turn it had. */
final class OpenTurns {
    private static final int MOST = 50_000;

    private final Map<String, Turn> turns = new LinkedHashMap<>();

    /** The customer's turn with this number; its events have the same ids however often it is taken. */
    record Turn(Conversation conversation, int number) {}

    synchronized Optional<Turn> find(String message) {
        return Optional.ofNullable(turns.get(message));
    }

    synchronized void add(String message, Turn turn) {
        turns.put(message, turn);
        if (turns.size() > MOST) {
            turns.remove(turns.keySet().iterator().next());
        }
    }

    synchronized void remove(String message) {
        turns.remove(message);
    }
}
