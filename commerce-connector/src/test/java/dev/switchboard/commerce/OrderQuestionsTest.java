package dev.switchboard.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Question;
import dev.switchboard.integration.Failure;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderQuestionsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String SARAH = "+14155550100";

    private final MemoryShop shop = new MemoryShop();
    private final List<Answer> answers = new ArrayList<>();

    @Test
    void tellsWhereTheCallersOrderIs() {
        shop.has("#1001", "(415) 555-0100", null);
        ask(SARAH, null, "1001");
        assertThat(answers).singleElement().isInstanceOfSatisfying(Answer.OrdersFound.class, found -> {
            assertThat(found.system()).isEqualTo("memory");
            assertThat(found.questionId()).isEqualTo("q1");
            assertThat(found.orders()).singleElement().satisfies(order -> {
                assertThat(order.number()).isEqualTo("#1001");
                assertThat(order.carrier()).isEqualTo("UPS");
                assertThat(order.shippedAt()).isEqualTo(MemoryShop.PLACED.plusSeconds(60));
                assertThat(order.tracking()).isEqualTo(URI.create("https://ups.example/1Z"));
                assertThat(order.items()).containsExactly("Canvas Backpack");
            });
        });
    }

    @Test
    void knowsACallerByTheAddressInTheCrmToo() {
        shop.has("#1001", null, "Sarah@Example.com");
        ask("+14155550177", customer("sarah@example.com", null), "1001");
        assertThat(answers).singleElement().isInstanceOf(Answer.OrdersFound.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"+14155550123,-", "-,john@example.com", "-,-"})
    void tellsNobodyOfAnOrderThatIsNotTheirs(@Nullable String phone, @Nullable String email) {
        shop.has("#1001", phone, email);
        ask(SARAH, customer("sarah@example.com", SARAH), "1001");
        ask("", null, "1001");
        assertThat(answers).hasSize(2).allMatch(Answer.NothingFound.class::isInstance);
    }

    @Test
    void tellsWhoeverNamesTheNumberWhereThatIsAllowedAndTheNumberIsOneOrders() {
        shop.has("#1001", "+14155550123", null);
        questions(true, "false").asked(asked("", null, "1001"));
        shop.has("#1001", "+14155550124", null);
        questions(true, "false").asked(asked("", null, "1001"));
        assertThat(answers.getFirst()).isInstanceOf(Answer.OrdersFound.class);
        assertThat(answers.getLast()).isInstanceOf(Answer.NothingFound.class);
    }

    @Test
    void tellsOfTheLatestOrdersWhenNoNumberIsSaid() {
        for (int i = 0; i < 5; i++) {
            shop.has("#100" + i, SARAH, null);
        }
        ask(SARAH, null, null);
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.OrdersFound.class,
                        found -> assertThat(found.orders()).hasSize(3));
    }

    @Test
    void looksByAddressWhenTheNumberHasNoOrders() {
        shop.has("#1001", null, "sarah@example.com");
        ask(SARAH, customer("sarah@example.com", null), null);
        assertThat(answers).singleElement().isInstanceOf(Answer.OrdersFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", " ", "12345678901234567890123456789012345678901"})
    void findsNothingForWhatIsNoNumber(String said) {
        ask(SARAH, null, said);
        assertThat(answers).singleElement().isInstanceOf(Answer.NothingFound.class);
    }

    @Test
    void saysThatItFailedAndIsNeverTriedAgain() {
        shop.failing = new Failure.Unavailable(503, false, null);
        ask(SARAH, null, "1001");
        assertThat(answers).singleElement().isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.asked()).isEqualTo("q1");
            assertThat(failed.failure()).isEqualTo("unavailable");
        });
    }

    @Test
    void saysThatThereIsNoShop() {
        questions(false, "true").asked(asked(SARAH, null, "1001"));
        assertThat(answers).singleElement().isInstanceOf(Answer.Failed.class);
    }

    @Test
    void leavesOtherQuestionsToOthers() {
        questions(true, "true").asked(asked(SARAH, null, new Question.HowTo("return an item")));
        assertThat(answers).isEmpty();
    }

    private void ask(String address, @Nullable Customer customer, @Nullable String number) {
        questions(true, "true").asked(asked(address, customer, number));
    }

    private OrderQuestions questions(boolean connected, String needOwner) {
        CommerceConfig config = new SmallRyeConfigBuilder()
                .withMapping(CommerceConfig.class)
                .withDefaultValue("switchboard.commerce.orders-need-owner", needOwner)
                .build()
                .getConfigMapping(CommerceConfig.class);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new OrderQuestions(() -> connected ? Optional.of(shop) : Optional.empty(), answers::add, config, clock);
    }

    private static QuestionAsked asked(String address, @Nullable Customer customer, @Nullable String number) {
        return asked(address, customer, new Question.OrderStatus(number));
    }

    private static QuestionAsked asked(String address, @Nullable Customer customer, Question question) {
        Conversation conversation =
                new Conversation(new ConversationId("CA1"), Channel.PHONE, "twilio", address, "+14155550000", null);
        return new QuestionAsked(conversation, "q1", question, customer, NOW);
    }

    private static Customer customer(@Nullable String email, @Nullable String phone) {
        return new Customer("salesforce", "003", "Sarah", "Sarah Lee", email, phone, null, null, List.of());
    }
}
