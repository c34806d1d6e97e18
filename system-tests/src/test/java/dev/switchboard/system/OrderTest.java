package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check for order can fail, and does not fail for what merely comes again. */
class OrderTest {
    private static final ConversationId ID = new ConversationId("CA1");

    @Test
    void seesAQuestionThatWasAnsweredTooEarly() {
        assertThat(order(nothing("q1"), nothing("q3"), nothing("q2"), ticket()))
                .containsExactly("q1", "q3", "q2", "ticket");
    }

    @Test
    void seesATicketThatWasOpenedBeforeTheQuestions() {
        assertThat(order(ticket(), nothing("q1"))).containsExactly("ticket", "q1");
    }

    @Test
    void takesWhatComesAgainForWhatItWas() {
        assertThat(order(nothing("q1"), nothing("q2"), nothing("q1"), nothing("q2"), nothing("q3"), ticket(), ticket()))
                .isEqualTo(Order.OF_THE_HELPDESK);
    }

    @Test
    void leavesOtherConversationsAlone() {
        assertThat(Order.in(List.of(nothing("q1")), "CA2", Order.OF_THE_HELPDESK))
                .isEmpty();
    }

    private static List<String> order(Answer... answers) {
        return Order.in(List.of(answers), "CA1", Order.OF_THE_HELPDESK);
    }

    private static Answer nothing(String question) {
        return new Answer.NothingFound(ID, "zendesk", question, Instant.EPOCH);
    }

    private static Answer ticket() {
        return new Answer.TicketOpened(ID, "zendesk", "1", null, Instant.EPOCH);
    }
}
