package dev.switchboard.crm;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Understanding;
import dev.switchboard.events.Utterance;
import dev.switchboard.events.Utterance.Speaker;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Priority;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A conversation as agents read it in the CRM; nothing in it that was not said or understood. */
final class ConversationRecord {
    private ConversationRecord() {}

    static LogActivity activity(IdempotencyKey key, Ended ended, String contactId, @Nullable TicketReference ticket) {
        Conversation conversation = ended.conversation();
        Understanding understanding = ended.understanding();
        boolean spoken = conversation.channel().spoken();
        return new LogActivity(
                key,
                contactId,
                spoken ? LogActivity.Kind.CALL : LogActivity.Kind.MESSAGE,
                subject(spoken ? "AI call" : "AI chat", understanding.intent()),
                understanding.summary(),
                transcript(understanding),
                understanding.resolved(),
                understanding.intent(),
                word(understanding.sentiment()),
                conversation.customerAddress(),
                conversation.lineAddress(),
                ticket == null ? null : ticket.number() + " (" + ticket.system() + ")",
                ended.at(),
                ended.duration());
    }

    static OpenCase openCase(IdempotencyKey key, Ended ended, Contact contact) {
        Understanding understanding = ended.understanding();
        String kind = ended.conversation().channel().spoken() ? "AI call" : "AI chat";
        return new OpenCase(
                key,
                contact.id(),
                understanding.summary().isBlank() ? subject(kind, understanding.intent()) : understanding.summary(),
                (understanding.summary() + "\n\n" + transcript(understanding)).strip(),
                priority(understanding.sentiment()),
                understanding.summary(),
                word(understanding.sentiment()),
                understanding.intent(),
                understanding.resolved(),
                ended.conversation().channel().spoken() ? ended.conversation().customerAddress() : null,
                contact.email());
    }

    private static String subject(String kind, String intent) {
        return intent.isBlank() ? kind : kind + ": " + intent;
    }

    private static String transcript(Understanding understanding) {
        return understanding.transcript().stream().map(ConversationRecord::line).collect(Collectors.joining("\n"));
    }

    private static String line(Utterance utterance) {
        String speaker = utterance.speaker() == Speaker.CUSTOMER ? "Customer" : "Agent";
        return speaker + ": " + utterance.text();
    }

    private static String word(Sentiment sentiment) {
        return sentiment.name().toLowerCase(Locale.ROOT);
    }

    private static Priority priority(Sentiment sentiment) {
        return switch (sentiment) {
            case POSITIVE, NEUTRAL -> Priority.NORMAL;
            case NEGATIVE -> Priority.HIGH;
            case ANGRY -> Priority.URGENT;
        };
    }
}
