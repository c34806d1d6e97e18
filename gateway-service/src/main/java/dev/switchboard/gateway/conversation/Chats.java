package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.conversation.OpenTurns.Turn;
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

/**
 * Written conversations, whichever channel carries them. The reply goes out as a command. Only when that is durable is the
 * channel told that the message was taken: should this process die before, the message comes again and gets its reply.
 */
@Singleton
public final class Chats {
    private final Conversations conversations;
    private final ConversationJournal journal;
    private final AwaitedAnswers answers;
    private final WrittenReplies replies;
    private final Endings endings;
    private final Tenants tenants;
    private final RecentIds replied;
    private final OpenTurns open = new OpenTurns();
    private final GatewaySettings settings;
    private final Clock clock;
    private final Executor virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes accepting = new Lanes();
    private final Lanes replying = new Lanes();

    /** A reply that is being made: what comes next in the chat is accepted meanwhile. */
    private record Replying(CompletableFuture<Void> done) {}

    Chats(
            Conversations conversations,
            ConversationJournal journal,
            AwaitedAnswers answers,
            WrittenReplies replies,
            Endings endings,
            Tenants tenants,
            GatewaySettings settings,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.answers = answers;
        this.replies = replies;
        this.endings = endings;
        this.tenants = tenants;
        this.replied = new RecentIds(clock);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Done when the reply to the message is durable; making it takes no longer than a turn may. A message that has its reply is
     * left alone. Messages of one chat keep their order.
     */
    public CompletableFuture<Void> receive(IncomingMessage message) {
        // Who writes again just as we say goodbye begins a new conversation.
        return taken(message)
                .exceptionallyCompose(failure -> failure.getCause() instanceof ConversationOverException
                        ? taken(message)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Void> taken(IncomingMessage message) {
        return accepting
                .enqueue(
                        ChatAddress.of(message).key(),
                        () -> CompletableFuture.supplyAsync(() -> new Replying(accept(message)), virtualThreads))
                .thenCompose(Replying::done);
    }

    /** Returns when the message itself is durable, with the reply that is being made. */
    private CompletableFuture<Void> accept(IncomingMessage message) {
        if (replied.contains(message.id())) {
            return CompletableFuture.completedFuture(null);
        }
        Optional<Turn> before = open.find(message.id())
                .filter(turn -> conversations.find(turn.conversation().id()).isPresent());
        if (before.isPresent()) {
            return inOrder(before.get(), () -> reply(message, before.get(), turnEnds()));
        }
        Optional<ConversationState> going = conversations.chat(ChatAddress.of(message));
        if (going.isEmpty()) {
            return first(message, opened(message));
        }
        Turn turn = spoke(message, going.get().conversation());
        return inOrder(turn, () -> reply(message, turn, turnEnds()));
    }

    /** The reply to a first message waits a moment for what the CRM knows of the customer. */
    private CompletableFuture<Void> first(IncomingMessage message, Conversation conversation) {
        AwaitedAnswers.Waiting who = answers.expect(conversation.id(), CustomerAnswers::identified);
        try {
            boolean asked = begin(conversation) == Kept.IN_KAFKA;
            Turn turn = spoke(message, conversation);
            return inOrder(turn, () -> {
                        Deadline deadline = turnEnds();
                        if (asked) {
                            who.within(deadline.atMost(settings.greetingBudget()));
                        }
                        reply(message, turn, deadline);
                    })
                    .whenComplete((done, failure) -> who.close());
        } catch (RuntimeException e) {
            who.close();
            throw e;
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

    private Turn spoke(IncomingMessage message, Conversation conversation) {
        ConversationId id = conversation.id();
        int number = conversations.find(id).map(ConversationState::turns).orElse(0) + 1;
        journal.keep(Topics.CHATS, new CustomerSpoke(conversation, number, message.text(), message.at()))
                .join();
        conversations.change(id, now -> now.heard(number, message.text(), clock.instant()));
        Turn turn = new Turn(conversation, number);
        open.add(message.id(), turn);
        return turn;
    }

    private CompletableFuture<Void> inOrder(Turn turn, Runnable reply) {
        return replying.enqueue(
                turn.conversation().id().value(), () -> CompletableFuture.runAsync(reply, virtualThreads));
    }

    private void reply(IncomingMessage message, Turn turn, Deadline deadline) {
        if (replied.contains(message.id())) {
            // It came again while its reply was being made.
            return;
        }
        Spoken spoken = replies.send(turn, message.text(), deadline);
        replied.add(message.id());
        open.remove(message.id());
        if (spoken.next() == Spoken.Next.HANG_UP) {
            endings.end(turn.conversation().id());
        }
    }

    private Deadline turnEnds() {
        return Deadline.in(settings.turnBudget());
    }

    private Conversation opened(IncomingMessage message) {
        return new Conversation(
                new ConversationId(EventId.of(message.channel().name(), message.id())),
                message.channel(),
                message.provider(),
                message.from(),
                message.to(),
                message.senderName(),
                tenants.of(message.to()));
    }
}
