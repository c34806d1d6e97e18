package dev.switchboard.gateway.engine;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Conversations for tests of engines. */
final class Dialogues {
    private static final Conversation CALL =
            new Conversation(new ConversationId("CA1"), Channel.PHONE, "twilio", "+14155550100", "+14155550000", null);

    private Dialogues() {}

    static Dialogue withMemory(Map<String, String> memory) {
        return new Dialogue(CALL, null, List.of(), memory, false, false);
    }

    static Dialogue of(Customer customer) {
        return new Dialogue(CALL, customer, List.of(), Map.of(), false, false);
    }

    static Dialogue said(Map<String, String> memory, boolean escalated, String text) {
        var words = new Utterance(Utterance.Speaker.CUSTOMER, text, Instant.EPOCH);
        return new Dialogue(CALL, null, List.of(words), memory, escalated, false);
    }
}
