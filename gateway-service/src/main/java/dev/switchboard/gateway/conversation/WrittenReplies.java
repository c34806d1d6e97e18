package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.conversation.OpenTurns.Turn;
import dev.switchboard.gateway.journal.ConversationJournal;
import jakarta.inject.Singleton;

/** Replies that go out as messages. */
@Singleton
final class WrittenReplies {
    private final Conversations conversations;
    private final ConversationJournal journal;
    private final Replies replies;

    WrittenReplies(Conversations conversations, ConversationJournal journal, Replies replies) {
        this.conversations = conversations;
        this.journal = journal;
        this.replies = replies;
    }

    /** Makes the reply to a turn until the deadline; returns when the command to send it is durable. */
    Spoken send(Turn turn, String text, Deadline deadline) {
        Conversation conversation = turn.conversation();
        Spoken spoken = replies.to(conversation.id(), turn.number(), text, deadline);
        journal.keep(
                        Topics.OUTBOUND,
                        new SendMessage(
                                conversation.id(),
                                "reply-" + turn.number(),
                                conversation.channel(),
                                conversation.lineAddress(),
                                conversation.customerAddress(),
                                hello(turn) + spoken.text()))
                .join();
        return spoken;
    }

    private String hello(Turn turn) {
        if (turn.number() > 1) {
            return "";
        }
        return conversations
                .find(turn.conversation().id())
                .map(ConversationState::customer)
                .map(who -> "Hi " + (who.firstName() == null ? who.name() : who.firstName()) + "! ")
                .orElse("");
    }
}
