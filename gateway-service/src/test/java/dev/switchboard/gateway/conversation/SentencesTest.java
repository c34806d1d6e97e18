package dev.switchboard.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Money;
import dev.switchboard.events.OrderState;
import dev.switchboard.events.Question;
import dev.switchboard.gateway.SetUps;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final ConversationId ID = new ConversationId("CA1");
    private static final Money EURO_49_90 = new Money(4_990, Currency.getInstance("EUR"));
    private static final Question WHERE = new Question.OrderStatus("1001");
    private static final String WORDS = "Where is my order?";

    private final Sentences sentences = new Sentences(Clock.fixed(NOW, ZoneOffset.UTC), SetUps.settings());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHIPPED          | 2026-11-22T23:59:59Z | UPS | Your order 1001 shipped yesterday with UPS.",
                "SHIPPED          | 2026-11-23T08:00:00Z |     | Your order 1001 shipped today.",
                "SHIPPED          | 2026-11-20T08:00:00Z | UPS | Your order 1001 shipped on Friday, November 20 with UPS.",
                "SHIPPED          |                      |     | Your order 1001 shipped.",
                "OUT_FOR_DELIVERY | 2026-11-20T08:00:00Z | UPS | Your order 1001 is out for delivery with UPS.",
                "OUT_FOR_DELIVERY |                      |     | Your order 1001 is out for delivery.",
                "DELIVERED        | 2026-11-20T08:00:00Z | UPS | Your order 1001 has been delivered.",
                "CANCELLED        |                      |     | Your order 1001 has been cancelled.",
                "UNKNOWN          |                      |     | Your order 1001 is in our system, but I can't tell where it stands.",
            })
    void saysWhereAnOrderStands(
            OrderState state, @Nullable Instant shippedAt, @Nullable String carrier, String sentence) {
        assertThat(said(order("1001", state, shippedAt, null, carrier), WORDS)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHIPPED    | 2026-11-24T08:00:00Z | Your order 1001 shipped with UPS. It should arrive tomorrow.",
                "SHIPPED    | 2026-11-27T08:00:00Z | Your order 1001 shipped with UPS. It should arrive on Friday.",
                "SHIPPED    | 2026-12-24T08:00:00Z | Your order 1001 shipped with UPS. It should arrive on December 24.",
                "PROCESSING | 2026-11-23T08:00:00Z | Your order 1001 is being prepared. It should arrive today.",
                "SHIPPED    | 2026-11-20T08:00:00Z | Your order 1001 shipped with UPS.",
                "CANCELLED  | 2026-11-24T08:00:00Z | Your order 1001 has been cancelled.",
                "DELIVERED  | 2026-11-24T08:00:00Z | Your order 1001 has been delivered.",
                "REFUNDED   | 2026-11-24T08:00:00Z | Your order 1001 has been refunded.",
            })
    void saysWhenAnOrderArrivesAsLongAsItIsToArrive(OrderState state, Instant expected, String sentence) {
        assertThat(said(order("1001", state, null, expected, "UPS"), WORDS)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void hasASentenceForEveryState(OrderState state) {
        assertThat(said(order("1001", state, null, null, null), WORDS))
                .startsWith("Your order 1001 ")
                .endsWith(".")
                .doesNotContain("null", "  ");
    }

    @Test
    void speaksOfTheBestMatchAmongSeveralOrders() {
        assertThat(said(
                        Stream.of("1003", "1002", "1001")
                                .map(number -> order(number, OrderState.PROCESSING, null, null, null))
                                .toList(),
                        WORDS))
                .isEqualTo("Your order 1003 is being prepared.");
    }

    @Test
    void readsMoneyOnlyToWhoAsksForIt() {
        assertThat(said(order("1001", OrderState.PROCESSING, null, null, null), WORDS))
                .doesNotContain("49.90");
        assertThat(said(order("1001", OrderState.PROCESSING, null, null, null), "How much was my order?"))
                .endsWith("The total is 49.90 Euro.");
    }

    @Test
    void saysWhatWasNotFound() {
        var nothing = new Answer.NothingFound(ID, "shopify", "q1", NOW);
        assertThat(Stream.of(
                                WHERE,
                                new Question.OrderStatus(null),
                                new Question.TicketStatus("77"),
                                new Question.TicketStatus(null),
                                new Question.HowTo("juggle"))
                        .map(question -> sentences.of(nothing, question, WORDS)))
                .containsExactly(
                        "I can't find an order 1001 of yours. Could you check the number?",
                        "I can't find an order of yours. What is the order number?",
                        "I can't find a ticket 77 of yours. Could you check the number?",
                        "I can't find a ticket of yours. What is the ticket number?",
                        "I have nothing written about that.");
    }

    @Test
    void doesNotTakeAFailureForAnEmptyAnswer() {
        assertThat(sentences.of(new Answer.Failed(ID, "shopify", "q1", "unavailable", NOW), WHERE, WORDS))
                .isEqualTo(sentences.unanswered(WHERE))
                .isEqualTo("I'm sorry, I can't see our orders right now.");
    }

    private String said(Answer.Order order, String words) {
        return said(List.of(order), words);
    }

    private String said(List<Answer.Order> orders, String words) {
        return sentences.of(new Answer.OrdersFound(ID, "shopify", "q1", orders, NOW), WHERE, words);
    }

    private static Answer.Order order(
            String number,
            OrderState state,
            @Nullable Instant shippedAt,
            @Nullable Instant expected,
            @Nullable String carrier) {
        return new Answer.Order(number, state, NOW, shippedAt, expected, carrier, null, EURO_49_90, List.of("Mug"));
    }
}
