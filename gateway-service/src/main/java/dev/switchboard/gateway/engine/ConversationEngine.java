package dev.switchboard.gateway.engine;

import dev.switchboard.events.Understanding;

/** Decides what to say. It asks no company system itself: it says what it wants to know, and the gateway asks. */
public interface ConversationEngine {
    /** The reply to what the customer just said. Never fails: an engine that cannot think apologises. */
    Reply reply(Dialogue soFar, String text);

    /** What the conversation was about so far: becomes the ticket, the activity and the report. */
    Understanding understanding(Dialogue soFar);
}
