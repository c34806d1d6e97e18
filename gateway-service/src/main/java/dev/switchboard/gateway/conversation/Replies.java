package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.AgentReplied;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.engine.ConversationEngine;
import dev.switchboard.gateway.engine.Intention;
import dev.switchboard.gateway.engine.Reply;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.Kept;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the reply to a turn: the engine's words, and what came of its intentions. */
@Singleton
final class Replies {
    private static final Logger LOG = Logger.getLogger(Replies.class);

    private final Conversations conversations;
    private final ConversationJournal journal;
    private final ConversationEngine engine;
    private final Questions questions;
    private final Escalations escalations;
    private final GatewaySettings settings;
    private final Clock clock;

    Replies(
            Conversations conversations,
            ConversationJournal journal,
            ConversationEngine engine,
            Questions questions,
            Escalations escalations,
            GatewaySettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.engine = engine;
        this.questions = questions;
        this.escalations = escalations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Replies to what was heard in a turn. Waits for company systems until the deadline. */
    Spoken to(ConversationId id, int turn, String text, Deadline deadline) {
        ConversationState state = current(id);
        Reply reply = engine.reply(state.dialogue(), text);
        conversations.change(id, now -> now.remembering(reply.memory()));
        List<String> words = new ArrayList<>(List.of(reply.text()));
        boolean putThrough = reply.intentions().contains(new Intention.Transfer())
                && state.conversation().channel().spoken()
                && settings.transferTo().isPresent();
        Spoken.Next next = Spoken.Next.LISTEN;
        int asked = 0;
        for (Intention intention : reply.intentions()) {
            switch (intention) {
                case Intention.Ask ask -> {
                    String questionId = "q" + turn + (asked++ == 0 ? "" : "-" + asked);
                    words.add(questions.ask(current(id), turn, questionId, ask.question(), text, deadline));
                }
                case Intention.Escalate escalate -> words.add(handOver(id, escalate.reason(), putThrough, deadline));
                case Intention.Transfer transfer -> {
                    if (putThrough) {
                        words.add("I'm putting you through to a colleague.");
                        next = Spoken.Next.TRANSFER;
                    } else if (!current(id).escalated()) {
                        words.add(handOver(id, "The customer wishes to speak with a person", false, deadline));
                    }
                }
                case Intention.TellWhenSolved tell -> words.add(promise(id, deadline));
                case Intention.End end -> next = Spoken.Next.HANG_UP;
            }
        }
        words.add(lateTicket(id));
        Spoken spoken = new Spoken(
                String.join(" ", words.stream().filter(w -> !w.isEmpty()).toList()), next);
        say(id, turn, spoken.text());
        return spoken;
    }

    /**
     * Puts our words on record. {@code turn} 0 is the greeting. A caller does not wait for that: what they hear next is kept behind
     * it, in its order. What is written is on record before it is sent.
     */
    void say(ConversationId id, int turn, String text) {
        Instant at = clock.instant();
        conversations.change(id, now -> now.replied(text, at)).ifPresent(state -> {
            Conversation conversation = state.conversation();
            CompletableFuture<Kept> kept =
                    journal.keep(Topics.of(conversation.channel()), new AgentReplied(conversation, turn, text, at));
            if (conversation.channel().spoken()) {
                var _ = kept.whenComplete((_, failure) -> tell(id, failure));
            } else {
                kept.join();
            }
        });
    }

    private static void tell(ConversationId id, @Nullable Throwable notKept) {
        if (notKept != null) {
            LOG.errorf(
                    "What was said is not on record conversation=%s: %s",
                    id.value(), notKept.getClass().getSimpleName());
        }
    }

    private String handOver(ConversationId id, String reason, boolean putThrough, Deadline deadline) {
        ConversationState state = current(id);
        if (!putThrough) {
            return escalations.escalate(state, reason, deadline);
        }
        if (!state.escalated()) {
            escalations.publish(state, reason);
        }
        return "";
    }

    /** What is promised is kept when the conversation has ended: then it is known which ticket it is about. */
    private String promise(ConversationId id, Deadline deadline) {
        Conversation conversation = current(id).conversation();
        if (conversation.channel().spoken()
                ? !conversation.customerAddress().startsWith("+")
                : conversation.customerAddress().isEmpty()) {
            return "I'm sorry, I don't know where to reach you when it is solved.";
        }
        conversations.change(id, ConversationState::toldWhenSolved);
        KnownTickets tickets = current(id).tickets();
        String opening = tickets.asked() == null && !tickets.escalated()
                ? handOver(id, "The customer wants to hear when it is solved", false, deadline) + " "
                : "";
        return opening
                + (conversation.channel().spoken()
                        ? "I'll text you as soon as it is solved."
                        : "I'll write to you here as soon as it is solved.");
    }

    /** A ticket that was opened after the customer had stopped waiting for its number. */
    private String lateTicket(ConversationId id) {
        ConversationState state = current(id);
        TicketReference ticket = state.tickets().opened();
        if (ticket == null || !state.escalated() || state.tickets().told() != null) {
            return "";
        }
        conversations.change(id, now -> now.told(ticket));
        return "Your ticket is number " + ticket.number() + ".";
    }

    private ConversationState current(ConversationId id) {
        return conversations.find(id).orElseThrow(() -> new ConversationOverException(id));
    }
}
