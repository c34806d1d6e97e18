package dev.switchboard.gateway.engine;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Utterance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as an engine sees it.
 *
 * @param customer who it is; null while unknown
 * @param transcript everything said so far, oldest first; in a reply the customer's latest words are the last
 * @param memory the engine's own notes from the turn before
 * @param escalated whether a person has been called in
 * @param openQuestion whether a company system still owes an answer
 */
public record Dialogue(
        Conversation conversation,
        @Nullable Customer customer,
        List<Utterance> transcript,
        Map<String, String> memory,
        boolean escalated,
        boolean openQuestion) {}
