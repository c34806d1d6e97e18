package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationId;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.engine.ConversationEngine;
import dev.switchboard.gateway.engine.Engines;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A gateway's conversations without its server: Kafka is a list, and the test sets the time. */
public final class TestedConversations {
    private static final String SARAH = "+14155550100";
    static final String LINE = "+14155550000";

    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final AwaitedAnswers awaited = new AwaitedAnswers();
    private final InMemoryConversations held;
    private final Calls calls;
    private final Chats chats;
    private final Endings endings;

    /** @param spool a folder no other journal uses */
    public TestedConversations(RecordedKafka kafka, Path spool, Map<String, String> values) {
        Map<String, String> quick =
                new HashMap<>(Map.of("switchboard.greeting-budget", "20ms", "switchboard.turn-budget", "50ms"));
        quick.putAll(values);
        GatewaySettings settings = SetUps.settings(quick);
        Clock clock = new SetClock();
        ConversationJournal journal = kafka.journal(spool, clock);
        ConversationEngine engine = Engines.builtin();
        held = new InMemoryConversations(clock);
        var questions = new Questions(held, journal, awaited, new Sentences(clock, settings), clock);
        var escalations = new Escalations(held, journal, awaited, engine, clock);
        var replies = new Replies(held, journal, engine, questions, escalations, settings, clock);
        endings = new Endings(held, journal, engine, settings, clock);
        calls = new Calls(held, journal, awaited, replies, endings, settings, clock);
        var written = new WrittenReplies(held, journal, replies);
        chats = new Chats(held, journal, awaited, written, endings, new Tenants(settings.tenants()), settings, clock);
    }

    /** A call from Sarah. */
    public static Conversation call(String id) {
        return new Conversation(new ConversationId(id), Channel.PHONE, "twilio", SARAH, LINE, null);
    }

    static IncomingMessage message(String id, String text) {
        return new IncomingMessage(Channel.WHATSAPP, "whatsapp", id, SARAH, LINE, "Sarah", text, Instant.EPOCH);
    }

    public Calls calls() {
        return calls;
    }

    Chats chats() {
        return chats;
    }

    Endings endings() {
        return endings;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** An answer of a connector arrives. */
    void learn(Answer answer) {
        held.change(answer.conversation(), state -> state.learned(answer));
        awaited.arrived(answer);
    }

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
