package dev.switchboard.events;

import java.util.List;
import java.util.Map;

/**
 * What the conversation engine made of the conversation so far.
 *
 * @param summary one or two sentences; becomes a ticket's subject
 * @param intent the engine's name for what the customer wants, e.g. {@code order-status}
 * @param entities what was named, e.g. {@code order-number -> 1001}
 * @param resolved whether the customer got what they came for
 * @param transcript everything said so far, oldest first
 */
public record Understanding(
        String summary,
        String intent,
        Map<String, String> entities,
        Sentiment sentiment,
        boolean resolved,
        List<Utterance> transcript) {

    public Understanding {
        entities = Map.copyOf(entities);
        transcript = List.copyOf(transcript);
    }
}
