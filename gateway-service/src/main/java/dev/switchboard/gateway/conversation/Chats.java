package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.Kept;
import dev.switchboard.gateway.journal.Lanes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Written conversations, whichever channel carries them. A message is accepted when it is durable; the reply is made after that
 * and goes out as a command, so no channel's webhook waits for a company system.
 */
@Singleton
public final class Chats {
    private static final Logger LOG = Logger.getLogger(Chats.class);

    private final Conversations conversations;
    private final ConversationJournal journal;
    private final AwaitedAnswers answers;
    private final Replies replies;
    private final Endings endings;
    private final RecentIds accepted;
    private final GatewaySettings settings;
    private final Clock clock;
    private final Executor virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes accepting = new Lanes();
    private final Lanes replying = new Lanes();

    Chats(
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
        this.accepted = new RecentIds(clock);
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns when the message is durable; a message that came before is left alone. Messages of one chat keep their order. */
    public void receive(IncomingMessage message) {
        String lane = new ChatAddress(message.channel(), message.from(), message.to()).key();
        accepting
                .enqueue(lane, () -> CompletableFuture.runAsync(() -> accept(message), virtualThreads))
                .join();
    }

    private void accept(IncomingMessage message) {
        if (accepted.contains(message.id())) {
            return;
        }
        ChatAddress address = new ChatAddress(message.channel(), message.from(), message.to());
        Optional<ConversationState> going = conversations.chat(address);
        Conversation conversation = going.map(ConversationState::conversation).orElseGet(() -> opened(message));
        AwaitedAnswers.Waiting who = answers.expect(conversation.id(), Chats::customerKnown);
        boolean handed = false;
        try {
            boolean askedFor = going.isEmpty() && begin(conversation) == Kept.IN_KAFKA;
            int turn = conversations
                            .find(conversation.id())
                            .map(ConversationState::turns)
                            .orElse(0)
                    + 1;
            journal.keep(Topics.CHATS, new CustomerSpoke(conversation, turn, message.text(), message.at()))
                    .join();
            conversations.change(conversation.id(), now -> now.heard(turn, message.text(), clock.instant()));
            accepted.add(message.id());
            handed = true;
            reply(conversation, turn, message.text(), who, askedFor);
        } finally {
            if (!handed) {
                who.close();
            }
        }
    }

    private Kept begin(Conversation conversation) {
        Instant at = clock.instant();
        conversations.begin(ConversationState.begun(conversation, at));
        try {
            return journal.keep(Topics.CHATS, new Started(conversation, at)).join();
        } catch (RuntimeException e) {
            conversations.end(conversation.id());
            throw e;
        }
    }

    private void reply(
            Conversation conversation, int turn, String text, AwaitedAnswers.Waiting who, boolean waitForWho) {
        var _ = replying.enqueue(
                        conversation.id().value(),
                        () -> CompletableFuture.runAsync(
                                () -> {
                                    try (who) {
                                        if (waitForWho) {
                                            who.within(settings.greetingBudget());
                                        }
                                        answer(conversation, turn, text);
                                    }
                                },
                                virtualThreads))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.errorf(
                                "A written turn got no reply: conversation=%s turn=%d failure=%s",
                                conversation.id(), turn, String.valueOf(failure.getCause()));
                    }
                });
    }

    private void answer(Conversation conversation, int turn, String text) {
        ConversationId id = conversation.id();
        Spoken spoken = replies.to(id, turn, text);
        String hello = turn > 1
                ? ""
                : conversations
                        .find(id)
                        .map(ConversationState::customer)
                        .map(who -> "Hi " + (who.firstName() == null ? who.name() : who.firstName()) + "! ")
                        .orElse("");
        journal.keep(
                        Topics.OUTBOUND,
                        new SendMessage(
                                id,
                                "reply-" + turn,
                                conversation.channel(),
                                conversation.lineAddress(),
                                conversation.customerAddress(),
                                hello + spoken.text()))
                .join();
        if (spoken.next() == Spoken.Next.HANG_UP) {
            endings.end(id);
        }
    }

    private static Conversation opened(IncomingMessage message) {
        return new Conversation(
                new ConversationId(EventId.of(message.channel().name(), message.id())),
                message.channel(),
                message.provider(),
                message.from(),
                message.to(),
                message.senderName());
    }

    private static boolean customerKnown(Answer answer) {
        return answer instanceof Answer.CustomerIdentified
                || answer instanceof Answer.CustomerUnknown
                || (answer instanceof Answer.Failed failed && failed.asked().equals(Answer.Failed.CUSTOMER));
    }
}
