package dev.switchboard.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer.RecentCase;
import dev.switchboard.integration.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerIdentificationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PhoneNumber SARAH = new PhoneNumber("+14155550100");

    private final RememberingCrm first = new RememberingCrm("first");
    private final RememberingCrm second = new RememberingCrm("second");
    private final List<Answer> answers = new ArrayList<>();
    private RememberedCustomers remembered = new RememberedCustomers(Settings.DEFAULT, CLOCK);

    @Test
    void tellsTheNameBeforeItAsksForTheContext() {
        first.knowing(SARAH, "Sarah");
        first.beforeContext(() -> assertThat(answers).singleElement().satisfies(answer -> {
            var named = (Answer.CustomerNamed) answer;
            assertThat(named.system()).isEqualTo("first");
            assertThat(named.customer().firstName()).isEqualTo("Sarah");
        }));

        identify("+14155550100", Settings.DEFAULT);

        assertThat(answers).hasSize(2).last().satisfies(answer -> {
            var identified = (Answer.CustomerIdentified) answer;
            assertThat(identified.system()).isEqualTo("first");
            assertThat(identified.created()).isFalse();
            assertThat(identified.customer().firstName()).isEqualTo("Sarah");
            assertThat(identified.customer().company()).isEqualTo("Lee Design");
            assertThat(identified.customer().recentCases()).containsExactly(new RecentCase("1001", "Invoice", "open"));
        });
        assertThat(first.contextDeadlines).containsExactly(NOW.plus(Settings.DEFAULT.lookupDeadline()));
    }

    @Test
    void saysThatNoMoreComesThoughTheContextFailed() {
        first.knowing(SARAH, "Sarah").failingAt("contextOf");

        identify("+14155550100", Settings.DEFAULT);

        assertThat(answers).hasSize(2).last().satisfies(answer -> {
            var identified = (Answer.CustomerIdentified) answer;
            assertThat(identified.customer().firstName()).isEqualTo("Sarah");
            assertThat(identified.customer().recentCases()).isEmpty();
        });
    }

    @Test
    void tellsAllAtOnceOfWhomItRemembers() {
        first.knowing(SARAH, "Sarah");
        identify("+14155550100", Settings.DEFAULT);
        answers.clear();

        identify("+14155550100", Settings.DEFAULT);

        assertThat(answers).singleElement().satisfies(answer -> {
            var identified = (Answer.CustomerIdentified) answer;
            assertThat(identified.customer().company()).isEqualTo("Lee Design");
        });
        assertThat(first.contextDeadlines).hasSize(1);
    }

    @Test
    void remembersNobodyWhoseContextFailed() {
        first.knowing(SARAH, "Sarah").failingAt("contextOf");
        identify("+14155550100", Settings.DEFAULT);
        identify("+14155550100", Settings.DEFAULT);
        assertThat(first.contextDeadlines).hasSize(2);
    }

    @Test
    void asksTheNextCrmWhenTheFirstDoesNotKnowOrDoesNotAnswer() {
        second.knowing(SARAH, "Sarah");
        assertThat(answer("+14155550100", Settings.DEFAULT).system()).isEqualTo("second");
        first.failingAt("findByPhone");
        assertThat(answer("+14155550100", Settings.DEFAULT).system()).isEqualTo("second");
    }

    @Test
    void makesAContactOfSomebodyNewOnceForEachNumber() {
        var identified = (Answer.CustomerIdentified) answer("+14155550199", Settings.DEFAULT);
        answer("+14155550199", Settings.DEFAULT);
        assertThat(identified.created()).isTrue();
        assertThat(first.created).hasSize(1);
        assertThat(second.created).isEmpty();
    }

    @Test
    void makesNoContactWhereNobodyWantsOne() {
        assertThat(answer("+14155550199", new Settings(false, false))).isInstanceOf(Answer.CustomerUnknown.class);
        assertThat(first.created).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "client:jo", "+", "12"})
    void takesAWithheldNumberForNobodys(String address) {
        assertThat(answer(address, Settings.DEFAULT)).isInstanceOf(Answer.CustomerUnknown.class);
        assertThat(first.created).isEmpty();
    }

    @Test
    void readsANumberWithoutCountryCodeInTheDefaultRegion() {
        first.knowing(SARAH, "Sarah");
        assertThat(answer("(415) 555-0100", Settings.DEFAULT)).isInstanceOf(Answer.CustomerNamed.class);
    }

    @Test
    void saysAtOnceThatTheCrmIsDownAndMakesNoContactBlindly() {
        first.failingAt("findByPhone");
        assertThat(answer("+14155550100", Settings.DEFAULT))
                .isEqualTo(new Answer.Failed(
                        new ConversationId("CA1"), "crm", Answer.Failed.CUSTOMER, "unavailable", NOW));
        assertThat(second.created).isEmpty();
        assertThat(answers).hasSize(1);
    }

    @Test
    void saysThatAContactCouldNotBeMade() {
        first.failingAt("createContact");
        assertThat(answer("+14155550199", Settings.DEFAULT)).isInstanceOf(Answer.Failed.class);
    }

    /** The first answer to a caller whom nobody remembers: the one that the greeting waits for. */
    private Answer answer(String address, CrmSettings settings) {
        answers.clear();
        remembered = new RememberedCustomers(settings, CLOCK);
        identify(address, settings);
        return answers.getFirst();
    }

    private void identify(String address, CrmSettings settings) {
        Crms crms = new ConnectedCrms(first, second);
        Conversation conversation =
                new Conversation(new ConversationId("CA1"), Channel.PHONE, "twilio", address, "+14155550000", null);
        new CallerIdentification(crms, remembered, answers::add, settings, CLOCK).on(new Started(conversation, NOW));
    }
}
