package dev.switchboard.ticketing;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.Question;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.KnowledgeArticle;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.call.CallScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the questions a helpdesk can answer: what became of a ticket, and how something is done. */
@ApplicationScoped
class TicketQuestions {
    private static final String NOT_CONNECTED = "not-connected";
    private static final int TICKETS_LOOKED_AT = 100;

    private final Helpdesks helpdesks;
    private final Requesters requesters;
    private final Outbox outbox;
    private final TicketingConfig config;
    private final Clock clock;

    TicketQuestions(Helpdesks helpdesks, Requesters requesters, Outbox outbox, TicketingConfig config, Clock clock) {
        this.helpdesks = helpdesks;
        this.requesters = requesters;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Always answers, and never fails: somebody waits now, and nobody later. */
    void asked(QuestionAsked asked) {
        switch (asked.question()) {
            case Question.OrderStatus ignored -> {}
            case Question.TicketStatus status -> answer(asked, system -> ticket(asked, status.ticketNumber(), system));
            case Question.HowTo howTo -> answer(asked, system -> articles(asked, howTo.words(), system));
        }
    }

    private void answer(QuestionAsked asked, Look look) {
        List<TicketingSystem> serving = helpdesks.serving(asked.conversation());
        if (serving.isEmpty()) {
            outbox.answer(failed(asked, Helpdesks.NONE, NOT_CONNECTED));
            return;
        }
        CallScope.current()
                .until(clock.instant().plus(config.questionDeadline()))
                .run(() -> outbox.answer(answer(asked, serving, look)));
    }

    /** The first helpdesk's that has one; one that cannot be asked counts only when none of the others has. */
    private Answer answer(QuestionAsked asked, List<TicketingSystem> serving, Look look) {
        Answer none = nothing(asked, serving.getFirst().toString());
        for (TicketingSystem system : serving) {
            try {
                Optional<Answer> found = look.in(system);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IntegrationException failure) {
                none = failed(asked, system.toString(), failure.failure().code());
            }
        }
        return none;
    }

    private Optional<Answer> ticket(QuestionAsked asked, @Nullable String number, TicketingSystem system) {
        Optional<Ticket> found =
                number != null && !config.ticketsNeedOwner() ? system.ticket(number) : own(asked, number, system);
        return found.map(ticket -> new Answer.TicketFound(
                asked.conversation().id(),
                system.toString(),
                asked.questionId(),
                ticket.number(),
                ticket.subject(),
                ticket.status().word(),
                clock.instant()));
    }

    /** The caller's ticket with the number, or their latest. Somebody else's is as good as none. */
    private Optional<Ticket> own(QuestionAsked asked, @Nullable String number, TicketingSystem system) {
        List<Ticket> theirs = requesters
                .in(system, asked.conversation(), asked.customer())
                .map(requester -> system.ticketsOf(requester, number == null ? 1 : TICKETS_LOOKED_AT))
                .orElse(List.of());
        return theirs.stream()
                .filter(ticket -> number == null || bare(ticket.number()).equals(bare(number)))
                .findFirst();
    }

    private Optional<Answer> articles(QuestionAsked asked, String words, TicketingSystem system) {
        List<Answer.Article> found = system.searchArticles(words, config.articles()).stream()
                .map(this::article)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.ArticlesFound(
                        asked.conversation().id(), system.toString(), asked.questionId(), found, clock.instant()));
    }

    private Answer.Article article(KnowledgeArticle article) {
        String text = article.text();
        String shortened = text.length() <= config.articleCharacters()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, config.articleCharacters())));
        return new Answer.Article(article.title(), shortened, article.url());
    }

    private Answer nothing(QuestionAsked asked, String system) {
        return new Answer.NothingFound(asked.conversation().id(), system, asked.questionId(), clock.instant());
    }

    private Answer failed(QuestionAsked asked, String system, String failure) {
        return new Answer.Failed(asked.conversation().id(), system, asked.questionId(), failure, clock.instant());
    }

    private static String bare(String number) {
        return number.replaceAll("[\\s#]", "").toUpperCase(Locale.ROOT);
    }

    /** How an answer is looked for; empty when there is none. */
    @FunctionalInterface
    private interface Look {
        Optional<Answer> in(TicketingSystem system);
    }
}
