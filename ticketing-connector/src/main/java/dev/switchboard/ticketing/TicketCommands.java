package dev.switchboard.ticketing;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.Customer;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Understanding;
import dev.switchboard.events.Utterance;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation as the command to open its ticket. */
@ApplicationScoped
class TicketCommands {
    private static final String TAG = "ai-created";

    private final Requesters requesters;

    TicketCommands(Requesters requesters) {
        this.requesters = requesters;
    }

    /** The key depends on the conversation alone, so that it never gets a second ticket. */
    OpenTicket open(Conversation conversation, Understanding understanding, @Nullable Customer customer) {
        String key = EventId.of("ticket", conversation.id().value());
        String summary = understanding.summary().isBlank()
                ? "Conversation without a summary"
                : understanding.summary().strip();
        return new OpenTicket(
                new IdempotencyKey(key),
                summary,
                transcript(understanding),
                requesters.name(conversation, customer),
                requesters.phone(conversation, customer).orElse(null),
                requesters.email(conversation, customer).orElse(null),
                priority(understanding.sentiment()),
                tags(understanding.intent()),
                Map.of(
                        "intent", understanding.intent(),
                        "sentiment", lower(understanding.sentiment()),
                        "channel", lower(conversation.channel())));
    }

    private static String transcript(Understanding understanding) {
        return understanding.transcript().stream()
                .map(said -> speaker(said.speaker()) + ": " + said.text())
                .collect(Collectors.joining("\n"));
    }

    private static String speaker(Utterance.Speaker speaker) {
        return switch (speaker) {
            case CUSTOMER -> "Customer";
            case AGENT -> "Agent";
        };
    }

    private static Priority priority(Sentiment sentiment) {
        return switch (sentiment) {
            case ANGRY -> Priority.URGENT;
            case NEGATIVE -> Priority.HIGH;
            case NEUTRAL -> Priority.NORMAL;
            case POSITIVE -> Priority.LOW;
        };
    }

    private static List<String> tags(String intent) {
        String tag = intent.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return tag.isEmpty() ? List.of(TAG) : List.of(TAG, tag);
    }

    private static String lower(Sentiment sentiment) {
        return sentiment.name().toLowerCase(Locale.ROOT);
    }

    private static String lower(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
