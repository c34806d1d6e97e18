package dev.switchboard.gateway.journal;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Topics;
import java.time.Instant;

/** Journal entries for tests. */
final class Entries {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Entries() {}

    static JournalEntry spoke(String call, int turn) {
        return said(call, turn, "where is \"my\" order?\nñ");
    }

    static JournalEntry said(String call, int turn, String text) {
        var conversation = new Conversation(
                new ConversationId(call), Channel.PHONE, "twilio", "+14155550100", "+14155550000", null);
        return new JournalEntry(Topics.CALLS, new CustomerSpoke(conversation, turn, text, NOON), NOON);
    }
}
