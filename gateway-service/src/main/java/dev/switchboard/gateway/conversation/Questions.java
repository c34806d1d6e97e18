package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.events.Question;
import dev.switchboard.events.Topics;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.gateway.journal.Kept;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the company's systems what a customer wants to know, and says what they answer. */
@Singleton
final class Questions {
    private static final String MORE = " Is there anything else I can help you with?";

    private final Conversations conversations;
    private final ConversationJournal journal;
    private final AwaitedAnswers answers;
    private final Sentences sentences;
    private final Clock clock;

    Questions(
            Conversations conversations,
            ConversationJournal journal,
            AwaitedAnswers answers,
            Sentences sentences,
            Clock clock) {
        this.conversations = conversations;
        this.journal = journal;
        this.answers = answers;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** The words for the customer: the answer, or that there is none in time. The link goes out as a text. */
    String ask(
            ConversationState state, int turn, String questionId, Question question, String words, Deadline deadline) {
        ConversationId id = state.conversation().id();
        conversations.change(id, now -> now.asked(questionId));
        Optional<Answer> answer = answered(state, questionId, question, deadline);
        if (answer.isEmpty()) {
            return sentences.unanswered(question);
        }
        String sentence = sentences.of(answer.get(), question, words);
        String link = link(answer.get());
        if (link == null) {
            return answer.get() instanceof Answer.TicketFound ? sentence + MORE : sentence;
        }
        return sentence + told(state.conversation(), turn, answer.get(), link) + MORE;
    }

    private Optional<Answer> answered(
            ConversationState state, String questionId, Question question, Deadline deadline) {
        Conversation conversation = state.conversation();
        try (var waiting = answers.expect(conversation.id(), answer -> answers(answer, questionId))) {
            Kept kept = journal.keep(
                            Topics.of(conversation.channel()),
                            new QuestionAsked(conversation, questionId, question, state.customer(), clock.instant()))
                    .join();
            return kept == Kept.ON_DISK ? Optional.empty() : waiting.within(deadline.left());
        }
    }

    private static boolean answers(Answer answer, String questionId) {
        return switch (answer) {
            case Answer.OrdersFound found -> found.questionId().equals(questionId);
            case Answer.ArticlesFound found -> found.questionId().equals(questionId);
            case Answer.TicketFound found -> found.questionId().equals(questionId);
            case Answer.NothingFound nothing -> nothing.questionId().equals(questionId);
            case Answer.Failed failed -> failed.asked().equals(questionId);
            case Answer.CustomerIdentified other -> false;
            case Answer.CustomerNamed other -> false;
            case Answer.CustomerUnknown other -> false;
            case Answer.TicketOpened other -> false;
            case Answer.ActivityLogged other -> false;
        };
    }

    private static @Nullable String link(Answer answer) {
        if (answer instanceof Answer.OrdersFound found) {
            URI tracking = found.orders().getFirst().tracking();
            return tracking == null ? "" : tracking.toString();
        }
        if (answer instanceof Answer.ArticlesFound found) {
            return found.articles().getFirst().url().toString();
        }
        return null;
    }

    /** A caller cannot hear a link: they get it as a text, when we know where to. */
    private String told(Conversation conversation, int turn, Answer answer, String link) {
        boolean order = answer instanceof Answer.OrdersFound;
        if (link.isEmpty()) {
            return "";
        }
        if (!conversation.channel().spoken()) {
            return (order ? " Track it here: " : " Read more: ") + link;
        }
        if (!conversation.customerAddress().startsWith("+")) {
            return "";
        }
        String text = (order ? "Track your order: " : "What you asked about: ") + link;
        journal.keep(
                        Topics.OUTBOUND,
                        new SendMessage(
                                conversation.id(),
                                "link-" + turn,
                                Channel.SMS,
                                conversation.lineAddress(),
                                conversation.customerAddress(),
                                text))
                .join();
        return order ? " I've texted you the tracking link." : " I've texted you the link to the article.";
    }
}
