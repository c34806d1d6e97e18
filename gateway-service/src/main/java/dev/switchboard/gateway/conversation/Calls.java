package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.Kept;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Phone calls, whichever provider carries them. Every method returns when what happened is durable. */
@Singleton
public final class Calls {
    private static final String HELP = "How can I help you today?";
    private static final int SILENCES = 3;

    private final Conversations conversations;
    private final ConversationJournal journal;
    private final AwaitedAnswers answers;
    private final Replies replies;
    private final Endings endings;
    private final GatewaySettings settings;
    private final Clock clock;

    Calls(
            Conversations conversations,
            ConversationJournal journal,
            AwaitedAnswers answers,
            Replies replies,
            Endings endings,
            GatewaySettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.answers = answers;
        this.replies = replies;
        this.endings = endings;
        this.settings = settings;
        this.clock = clock;
    }

    /** The phone rings. Greets by name when the CRM knows the caller in time. */
    public Spoken greet(Conversation conversation) {
        Deadline deadline = Deadline.in(settings.greetingBudget());
        try (var waiting = answers.expect(conversation.id(), CustomerAnswers::named)) {
            if (begin(conversation) == Kept.IN_KAFKA) {
                waiting.within(deadline.left());
            }
        }
        String greeting = customer(conversation.id())
                .map(who -> "Hi " + (who.firstName() == null ? who.name() : who.firstName()) + "! " + HELP)
                .orElse("Hello! " + HELP);
        replies.say(conversation.id(), 0, greeting);
        return new Spoken(greeting, Spoken.Next.LISTEN);
    }

    /** The caller said something, or nothing. */
    public Spoken hear(Conversation conversation, int turn, String text) {
        ConversationId id = conversation.id();
        if (conversations.find(id).isEmpty()) {
            // This process was started again in the middle of the call. The event has the same id as the first one.
            begin(conversation);
        }
        if (text.isBlank()) {
            return afterSilence(id, turn);
        }
        Instant at = clock.instant();
        conversations.change(id, now -> now.heard(turn, text, at));
        journal.keep(Topics.CALLS, new CustomerSpoke(conversation, turn, text, at))
                .join();
        return replies.to(id, turn, text, Deadline.in(settings.turnBudget()));
    }

    /**
     * Nobody took the call that was put through: the caller is on the line again, and the conversation goes on.
     *
     * @param turn of the caller's next words
     */
    public Spoken notPutThrough(Conversation conversation, int turn) {
        ConversationId id = conversation.id();
        if (conversations.find(id).isEmpty()) {
            begin(conversation);
        }
        Spoken sorry = new Spoken("I'm sorry, nobody could take your call just now. " + HELP, Spoken.Next.LISTEN);
        replies.say(id, turn, sorry.text());
        return sorry;
    }

    /** The number of the caller's next turn. */
    public int nextTurn(ConversationId id) {
        return conversations.find(id).map(ConversationState::turns).orElse(0) + 1;
    }

    /**
     * The call is over. Safe to be told twice.
     *
     * @param received whether somebody called us; a call that we placed is nobody's conversation
     */
    public void over(Conversation conversation, boolean received, Duration duration) {
        if (conversations.find(conversation.id()).isPresent()) {
            endings.end(conversation.id());
        } else if (received) {
            endings.endUnknown(conversation, duration);
        }
    }

    private Kept begin(Conversation conversation) {
        Instant at = clock.instant();
        conversations.begin(ConversationState.begun(conversation, at));
        try {
            return journal.keep(Topics.CALLS, new Started(conversation, at)).join();
        } catch (RuntimeException e) {
            conversations.end(conversation.id());
            throw e;
        }
    }

    private Optional<Customer> customer(ConversationId id) {
        return conversations.find(id).map(ConversationState::customer);
    }

    private Spoken afterSilence(ConversationId id, int turn) {
        int lastHeard = conversations.find(id).map(ConversationState::turns).orElse(0);
        boolean enough = turn - lastHeard >= SILENCES;
        Spoken spoken = enough
                ? new Spoken("I can't hear you. Please call again. Goodbye!", Spoken.Next.HANG_UP)
                : new Spoken("Are you still there? " + HELP, Spoken.Next.LISTEN);
        replies.say(id, turn, spoken.text());
        return spoken;
    }
}
