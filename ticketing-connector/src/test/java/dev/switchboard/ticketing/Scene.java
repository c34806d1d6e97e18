package dev.switchboard.ticketing;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Escalated;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Question;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Understanding;
import dev.switchboard.events.Utterance;
import dev.switchboard.integration.port.TicketingSystem;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation, its events, and the handlers around a helpdesk in memory. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Customer SARAH = new Customer(
            "salesforce", "003", "Sarah", "Sarah Lee", "sarah@example.com", "(415) 555-0100", null, null, List.of());

    final MemoryHelpdesk helpdesk = new MemoryHelpdesk();
    final Said said = new Said();
    final OpenPromises promises = new OpenPromises();
    final TicketingConfig config;
    final FollowUps followUps;
    final ConversationTickets tickets;
    final TicketQuestions questions;

    Scene(String... settings) {
        this(true, settings);
    }

    private Scene(boolean connected, String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(TicketingConfig.class);
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue(settings[i], settings[i + 1]);
        }
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Helpdesks desks = new Helpdesks() {
            @Override
            public List<TicketingSystem> serving(Conversation conversation) {
                return connected ? List.of(helpdesk) : List.of();
            }

            @Override
            public Optional<TicketingSystem> named(String system) {
                return Optional.<TicketingSystem>of(helpdesk)
                        .filter(desk -> connected && system.equals(helpdesk.toString()));
            }
        };
        config = builder.build().getConfigMapping(TicketingConfig.class);
        Requesters requesters = new Requesters(config);
        followUps = new FollowUps(promises, said, config, clock);
        tickets = new ConversationTickets(desks, said, new TicketCommands(requesters), followUps, config, clock);
        questions = new TicketQuestions(desks, requesters, said, config, clock);
    }

    static Scene withoutHelpdesk() {
        return new Scene(false);
    }

    static Conversation on(Channel channel, String address) {
        return new Conversation(new ConversationId("CA1"), channel, "twilio", address, "+14155550000", null);
    }

    static Conversation call() {
        return on(Channel.PHONE, "+14155550100");
    }

    static Understanding understanding(Sentiment sentiment, boolean resolved, String... lines) {
        List<Utterance> transcript = List.of(lines).stream()
                .map(line -> new Utterance(Utterance.Speaker.CUSTOMER, line, NOW))
                .toList();
        return new Understanding("Parcel broken", "Broken Item", Map.of(), sentiment, resolved, transcript);
    }

    static Escalated escalated(Conversation conversation, @Nullable Customer customer, Sentiment sentiment) {
        return new Escalated(conversation, "asked", understanding(sentiment, false, "it broke"), customer, NOW);
    }

    static Ended ended(Conversation conversation, boolean resolved, boolean escalated, @Nullable String toldTicket) {
        return new Ended(
                conversation,
                understanding(Sentiment.NEGATIVE, resolved, "it broke", "hurry up"),
                SARAH,
                escalated,
                toldTicket == null ? null : new TicketReference("memory", toldTicket),
                null,
                false,
                Duration.ofMinutes(1),
                NOW);
    }

    static QuestionAsked asked(Conversation conversation, Question question) {
        return new QuestionAsked(conversation, "q1", question, null, NOW);
    }
}
