package dev.switchboard.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Customer;
import dev.switchboard.events.Question;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Understanding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltinEngineTest {
    private final BuiltinEngine engine = new BuiltinEngine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order 1001? | 1001",
                "where's order #1001 | 1001",
                "it's order number 1,001 | 1001",
                "my order is one thousand and one | 1001",
                "order ten oh one please | 1001",
                "one zero zero one | 1001",
                "the number is twenty five twelve | 2512",
                "four thousand two hundred and seven | 4207",
                "twelve hundred | 1200",
                "order AB-20417 | AB-20417",
            })
    void findsTheNumberHoweverItIsSaid(String text, String number) {
        assertThat(SpokenNumber.in(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"where is my order", "I have two questions", "at 5 pm", "one moment", "call me on +14155550100"})
    void findsNoNumberWhereThereIsNone(String text) {
        assertThat(SpokenNumber.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my order? | order-status",
                "has my package shipped yet | order-status",
                "what happened to my ticket 4711 | ticket-status",
                "How do I return an item? | how-to",
                "I want to speak to a human | human",
                "agent | human",
                "I want to complain about the service | complaint",
                "the mug arrived broken | complaint",
                "please cancel my order | cancel",
                "I want my money back | refund",
                "thanks a lot | thanks",
                "no, that's all | goodbye",
                "Hello | greeting",
                "purple monkey dishwasher | unknown",
            })
    void knowsWhatTheCustomerWants(String text, String intent) {
        assertThat(Intent.of(text).word()).isEqualTo(intent);
    }

    @Test
    void asksAStrangerForTheOrderNumberAndTakesABareOne() {
        Reply first = engine.reply(Dialogues.withMemory(Map.of()), "Where is my order?");
        Reply second = engine.reply(Dialogues.withMemory(first.memory()), "ten oh one");

        assertThat(first.text()).contains("What is your order number?");
        assertThat(first.intentions()).isEmpty();
        assertThat(second.intentions()).containsExactly(new Intention.Ask(new Question.OrderStatus("1001")));
    }

    @Test
    void looksForTheLatestOrderOfAKnownCustomer() {
        var sarah = new Customer("salesforce", "1", "Sarah", "Sarah Lee", null, null, null, null, List.of());

        Reply reply = engine.reply(Dialogues.of(sarah), "Where is my order?");

        assertThat(reply.intentions()).containsExactly(new Intention.Ask(new Question.OrderStatus(null)));
    }

    @Test
    void callsAPersonInForAComplaintAndSaysWhatItWasAbout() {
        Reply reply = engine.reply(Dialogues.withMemory(Map.of()), "Order 1001 arrived broken, this is unacceptable");

        assertThat(reply.intentions()).hasAtLeastOneElementOfType(Intention.Escalate.class);
        Understanding understanding = engine.understanding(
                Dialogues.said(reply.memory(), true, "Order 1001 arrived broken, this is unacceptable"));
        assertThat(understanding.intent()).isEqualTo("complaint");
        assertThat(understanding.summary())
                .isEqualTo("Complaint (order 1001): \"Order 1001 arrived broken, this is unacceptable\"");
        assertThat(understanding.entities()).containsEntry("order-number", "1001");
        assertThat(understanding.sentiment()).isEqualTo(Sentiment.ANGRY);
        assertThat(understanding.resolved()).isFalse();
    }

    @Test
    void callsAPersonInWhenItUnderstandsNothingTwice() {
        Reply first = engine.reply(Dialogues.withMemory(Map.of()), "purple monkey");
        Reply second = engine.reply(Dialogues.withMemory(first.memory()), "dishwasher");

        assertThat(first.intentions()).isEmpty();
        assertThat(second.intentions()).hasOnlyElementsOfType(Intention.Escalate.class);
    }

    @Test
    void remembersTheComplaintAfterSmallTalk() {
        Reply complaint = engine.reply(Dialogues.withMemory(Map.of()), "I want to complain");
        Reply thanks = engine.reply(Dialogues.withMemory(complaint.memory()), "thanks");

        assertThat(engine.understanding(Dialogues.withMemory(thanks.memory())).intent())
                .isEqualTo("complaint");
    }

    @Test
    void saysGoodbye() {
        assertThat(engine.reply(Dialogues.withMemory(Map.of()), "no that's all, bye")
                        .intentions())
                .containsExactly(new Intention.End());
    }
}
