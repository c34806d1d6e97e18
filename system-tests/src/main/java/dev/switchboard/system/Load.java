package dev.switchboard.system;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Question;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Understanding;
import dev.switchboard.events.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Conversations as the gateway would publish them, made in numbers. */
final class Load {
    private static final String SARAH = "+14155550100";

    private Load() {}

    static Conversation conversation(String id) {
        return new Conversation(new ConversationId(id), Channel.PHONE, "twilio", SARAH, "+14155550000", null);
    }

    static ConversationEvent.Started started(String id) {
        return new ConversationEvent.Started(conversation(id), Instant.now());
    }

    /** A whole conversation, in its order: it starts, three questions are asked, it ends without a solution. */
    static List<ConversationEvent> whole(String id) {
        return List.of(started(id), asked(id, "q1"), asked(id, "q2"), asked(id, "q3"), unresolved(id));
    }

    private static ConversationEvent.QuestionAsked asked(String id, String question) {
        return new ConversationEvent.QuestionAsked(
                conversation(id), question, new Question.HowTo("How do I return an item?"), null, Instant.now());
    }

    /** Ended without a solution, its number not told: needs a ticket, an activity and a message. */
    static ConversationEvent.Ended unresolved(String id) {
        return new ConversationEvent.Ended(
                conversation(id),
                new Understanding(
                        "The parcel arrived broken",
                        "complaint",
                        Map.of(),
                        Sentiment.NEGATIVE,
                        false,
                        List.of(new Utterance(Utterance.Speaker.CUSTOMER, "it broke, " + id, Instant.now()))),
                null,
                false,
                null,
                null,
                false,
                Duration.ofSeconds(30),
                Instant.now());
    }

    /** Between one conversation and the next. */
    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
