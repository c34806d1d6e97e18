package dev.switchboard.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Promise;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.TicketReference;
import dev.switchboard.events.Understanding;
import dev.switchboard.events.Utterance;
import dev.switchboard.events.Utterance.Speaker;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.LogActivity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivityLoggingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final PhoneNumber SARAH = new PhoneNumber("+14155550100");
    private static final Customer KNOWN =
            new Customer("second", "second-Sarah", "Sarah", "Sarah Lee", null, null, null, null, List.of());

    private final RememberingCrm first = new RememberingCrm("first");
    private final RememberingCrm second = new RememberingCrm("second");
    private final List<Answer> answers = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();

    @Test
    void logsOnTheContactThatWasIdentified() {
        log(ended(KNOWN, null), Settings.DEFAULT);
        assertThat(second.activities).hasSize(1);
        LogActivity logged = second.activities.getFirst();
        assertThat(logged.contactId()).isEqualTo("second-Sarah");
        assertThat(logged.kind()).isEqualTo(LogActivity.Kind.CALL);
        assertThat(logged.subject()).isEqualTo("AI call: complaint");
        assertThat(logged.transcript()).isEqualTo("Customer: It broke.\nAgent: I am sorry.");
        assertThat(logged.duration()).isEqualTo(Duration.ofSeconds(184));
        assertThat(answers)
                .containsExactly(new Answer.ActivityLogged(new ConversationId("CA1"), "second", "activity-1", NOW));
    }

    @Test
    void looksTheCallerUpAgainWhenTheStartCouldNot() {
        second.knowing(SARAH, "Sarah");
        log(ended(null, null), Settings.DEFAULT);
        assertThat(second.activities).extracting(LogActivity::contactId).containsExactly("second-Sarah");
    }

    @Test
    void usesTheContactMadeAtTheStartThoughTheIndexLags() {
        log(ended(null, null), Settings.DEFAULT);
        log(ended(null, null), Settings.DEFAULT);
        assertThat(first.created).hasSize(1);
        assertThat(first.activities)
                .extracting(LogActivity::contactId)
                .hasSize(2)
                .containsOnly(first.created.values().iterator().next().id());
    }

    @Test
    void carriesTheSameKeyWhenTheEventComesAgain() {
        log(ended(KNOWN, null), Settings.DEFAULT);
        log(ended(KNOWN, null), Settings.DEFAULT);
        assertThat(second.activities)
                .extracting(LogActivity::key)
                .hasSize(2)
                .containsOnly(second.activities.getFirst().key());
    }

    @Test
    void letsAFailureThroughSoThatTheEventComesAgain() {
        second.failingAt("logActivity");
        assertThatThrownBy(() -> log(ended(KNOWN, null), Settings.DEFAULT)).isInstanceOf(IntegrationException.class);
        first.failingAt("findByPhone");
        assertThatThrownBy(() -> log(ended(null, null), Settings.DEFAULT)).isInstanceOf(IntegrationException.class);
        assertThat(answers).isEmpty();
    }

    @Test
    void opensACaseForWhatStayedUnresolvedWhereCasesAreWanted() {
        log(ended(KNOWN, null), new Settings(true, true));
        assertThat(second.cases).hasSize(1);
        assertThat(second.activities.getFirst().ticket()).isEqualTo("00001 (second)");
        assertThat(answers).hasAtLeastOneElementOfType(Answer.TicketOpened.class);
        assertThat(promises).singleElement().satisfies(promise -> {
            assertThat(promise.system()).isEqualTo("second");
            assertThat(promise.ticketId()).isEqualTo("5");
        });
    }

    @Test
    void opensNoCaseBesideATicket() {
        log(ended(KNOWN, "12345"), new Settings(true, true));
        log(ended(KNOWN, null), Settings.DEFAULT);
        assertThat(second.cases).isEmpty();
        assertThat(second.activities.getFirst().ticket()).isEqualTo("12345 (zendesk)");
        assertThat(promises).isEmpty();
    }

    @Test
    void leavesAloneWhomNobodyKnows() {
        log(ended(null, null), new Settings(false, false));
        assertThat(answers).isEmpty();
        assertThat(first.created).isEmpty();
    }

    private void log(Ended ended, CrmSettings settings) {
        new ActivityLogging(new ConnectedCrms(first, second), answers::add, promises::add, settings, CLOCK).on(ended);
    }

    private static Ended ended(@Nullable Customer customer, @Nullable String toldTicket) {
        Conversation conversation = new Conversation(
                new ConversationId("CA1"), Channel.PHONE, "twilio", SARAH.e164(), "+14155550000", null);
        Understanding understanding = new Understanding(
                "The chair broke.",
                "complaint",
                Map.of(),
                Sentiment.NEGATIVE,
                false,
                List.of(
                        new Utterance(Speaker.CUSTOMER, "It broke.", NOW),
                        new Utterance(Speaker.AGENT, "I am sorry.", NOW)));
        return new Ended(
                conversation,
                understanding,
                customer,
                false,
                toldTicket == null ? null : new TicketReference("zendesk", toldTicket),
                null,
                true,
                Duration.ofSeconds(184),
                NOW);
    }
}
