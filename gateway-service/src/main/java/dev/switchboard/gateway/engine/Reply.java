package dev.switchboard.gateway.engine;

import java.util.List;
import java.util.Map;

/**
 * What to say and do.
 *
 * @param text what to say first; may be empty when the intentions make the words
 * @param memory notes for the next turn
 */
public record Reply(String text, List<Intention> intentions, Map<String, String> memory) {
    public Reply {
        intentions = List.copyOf(intentions);
        memory = Map.copyOf(memory);
    }

    static Reply saying(String text, Map<String, String> memory, Intention... intentions) {
        return new Reply(text, List.of(intentions), memory);
    }
}
