package dev.switchboard.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Question;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.port.KnowledgeArticle;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketQuestionsTest {
    private static final String SARAH = "+14155550100";

    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(strings = {"12345", "#12345", "12 345"})
    void tellsCallersOfTheirOwnTicket(String number) {
        scene.helpdesk.ticketsByRequester.put(
                SARAH, List.of(MemoryHelpdesk.numbered("12346"), MemoryHelpdesk.numbered("12345")));
        ask(new Question.TicketStatus(number));
        assertThat(scene.said.answers).singleElement().isInstanceOfSatisfying(Answer.TicketFound.class, answer -> {
            assertThat(answer.number()).isEqualTo("12345");
            assertThat(answer.status()).isEqualTo("on-hold");
            assertThat(answer.questionId()).isEqualTo("q1");
        });
    }

    @Test
    void tellsOfTheLatestTicketWhenNoNumberIsSaid() {
        scene.helpdesk.ticketsByRequester.put(
                SARAH, List.of(MemoryHelpdesk.numbered("12346"), MemoryHelpdesk.numbered("12345")));
        ask(new Question.TicketStatus(null));
        assertThat(scene.said.answers.getFirst())
                .isInstanceOfSatisfying(
                        Answer.TicketFound.class,
                        answer -> assertThat(answer.number()).isEqualTo("12346"));
    }

    @Test
    void tellsNobodyOfSomebodyElsesTicket() {
        scene.helpdesk.ticketsByRequester.put("+14155550123", List.of(MemoryHelpdesk.numbered("12345")));
        ask(new Question.TicketStatus("12345"));
        assertThat(scene.said.answers).singleElement().isInstanceOf(Answer.NothingFound.class);
    }

    @Test
    void tellsWhoeverNamesTheNumberWhereThatIsAllowed() {
        Scene trusting = new Scene("switchboard.ticketing.tickets-need-owner", "false");
        trusting.helpdesk.ticketsByRequester.put("+14155550123", List.of(MemoryHelpdesk.numbered("12345")));
        trusting.questions.asked(Scene.asked(Scene.call(), new Question.TicketStatus("12345")));
        assertThat(trusting.said.answers).singleElement().isInstanceOf(Answer.TicketFound.class);
    }

    @Test
    void answersFromArticlesThatFitIntoAnEvent() {
        scene.helpdesk.articles.add(
                new KnowledgeArticle("Returns", "x".repeat(10_000), URI.create("https://help.example/1")));
        ask(new Question.HowTo("return an item"));
        assertThat(scene.said.answers).singleElement().isInstanceOfSatisfying(Answer.ArticlesFound.class, answer -> {
            assertThat(answer.articles())
                    .singleElement()
                    .satisfies(article -> assertThat(article.text()).hasSize(4_000));
        });
    }

    @Test
    void saysWhenNothingIsFound() {
        ask(new Question.HowTo("fly"));
        ask(new Question.TicketStatus(null));
        assertThat(scene.said.answers).hasSize(2).allMatch(Answer.NothingFound.class::isInstance);
    }

    @Test
    void saysThatItFailedAndIsNeverTriedAgain() {
        scene.helpdesk.failing = new Failure.RateLimited(429, null);
        ask(new Question.HowTo("return an item"));
        assertThat(scene.said.answers).singleElement().isInstanceOfSatisfying(Answer.Failed.class, answer -> {
            assertThat(answer.asked()).isEqualTo("q1");
            assertThat(answer.failure()).isEqualTo("rate-limited");
        });
    }

    @Test
    void leavesOrdersToTheShop() {
        ask(new Question.OrderStatus("1001"));
        assertThat(scene.said.answers).isEmpty();
    }

    private void ask(Question question) {
        scene.questions.asked(Scene.asked(Scene.on(Channel.PHONE, SARAH), question));
    }
}
