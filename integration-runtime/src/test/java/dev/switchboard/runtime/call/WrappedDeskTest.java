package dev.switchboard.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Limit;
import dev.switchboard.runtime.Broker;
import dev.switchboard.runtime.ExampleCard;
import dev.switchboard.runtime.KafkaAround;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Allowance;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Tokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the runtime adds to an adapter, seen from the one who calls it. */
@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
@Timeout(60)
class WrappedDeskTest {
    private static final Failure BUSY = new Failure.Unavailable(503, true, null);
    private static final Failure REFUSED = new Failure.Unavailable(null, false, null);
    private static final Failure TOKEN_REFUSED = new Failure.AuthExpired(401);

    @Inject
    CallWrapper wrapper;

    @Inject
    CircuitBreakerMaintenance circuits;

    @Inject
    RecordedSpans spans;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final AtomicInteger fetched = new AtomicInteger();
    private final String system = "desk" + UUID.randomUUID().toString().replace("-", "");
    private final Tokens tokens = new Tokens(
            new Authorization.Renewed(() -> AccessToken.bearer("t" + fetched.incrementAndGet(), null)),
            Clock.systemUTC());
    private final FailingDesk adapter = new FailingDesk(tokens);

    @Test
    void lookupIsTriedThreeTimesAtMost() {
        Desk desk = desk();
        adapter.refuses(BUSY, 9);

        assertThatThrownBy(() -> desk.status("1"))
                .isInstanceOf(IntegrationException.class)
                .hasMessage(system + " /tickets/status: unavailable (503)");
        assertThat(adapter.asked()).containsExactly("status", "status", "status");
    }

    @Test
    void lookupIsAnsweredOnceTheSystemIsBack() {
        Desk desk = desk();
        adapter.refuses(BUSY, 2);

        assertThat(desk.status("1")).contains("open");
    }

    @Test
    void createAndUpdateAreTriedFiveTimesAtMost() {
        Desk desk = desk();
        adapter.refuses(REFUSED, 5);
        assertThatThrownBy(() -> desk.open("lamp")).isInstanceOf(IntegrationException.class);
        assertThat(adapter.asked()).containsExactly("open", "open", "open", "open", "open");

        adapter.refuses(BUSY, 5);
        assertThatThrownBy(() -> desk.close("1")).isInstanceOf(IntegrationException.class);
        assertThat(adapter.asked()).hasSize(10).endsWith("close", "close", "close", "close", "close");
    }

    @Test
    void pingIsTriedOnce() {
        Desk desk = desk();
        adapter.refuses(BUSY, 1);

        assertThatThrownBy(desk::ping).isInstanceOf(IntegrationException.class);
        assertThat(adapter.asked()).containsExactly("ping");
    }

    static Stream<Failure> refusals() {
        return Stream.of(
                new Failure.Forbidden(403, null),
                new Failure.NotFound(404),
                new Failure.Invalid(422, "subject", "too-long"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void neverTriesAgainWhatWouldBeRefusedAgain(Failure failure) {
        Desk desk = desk();
        adapter.refuses(failure, 1);

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.open("lamp"));

        assertThat(thrown.failure()).isEqualTo(failure);
        assertThat(adapter.asked()).containsExactly("open");
    }

    @Test
    void doesNotRepeatALookupWhoseAnswerIsMalformed() {
        Desk desk = desk();
        adapter.refuses(new Failure.Malformed(200), 1);

        assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);
        assertThat(adapter.asked()).containsExactly("status");
    }

    @Test
    void findsWhatALostAnswerWasAbout() {
        Desk desk = desk();
        adapter.losesTheAnswer(new Failure.Unavailable(null, true, null));

        assertThat(desk.open("lamp")).isEqualTo("ticket of lamp");
        assertThat(adapter.asked()).containsExactly("open", "opened");
        assertThat(adapter.tickets()).isEqualTo(1);
    }

    @Test
    void findsWhatAMalformedAnswerWasAbout() {
        Desk desk = desk();
        adapter.losesTheAnswer(new Failure.Malformed(201));

        assertThat(desk.open("lamp")).isEqualTo("ticket of lamp");
        assertThat(adapter.asked()).containsExactly("open", "opened");
    }

    @Test
    void createsAgainWhenLookingFindsNothing() {
        Desk desk = desk();
        adapter.refuses(BUSY, 1);

        assertThat(desk.open("lamp")).isEqualTo("ticket of lamp");
        assertThat(adapter.asked()).containsExactly("open", "opened", "open");
    }

    @Test
    void createsNothingWhileItCannotLook() {
        Desk desk = desk();
        adapter.losesTheAnswer(BUSY);
        adapter.refuses(REFUSED, 2);

        assertThat(desk.open("lamp")).isEqualTo("ticket of lamp");
        assertThat(adapter.asked()).containsExactly("open", "opened", "opened", "opened");
    }

    @Test
    void doesNotLookAfterAnAttemptThatCannotHaveBeenApplied() {
        Desk desk = desk();
        adapter.refuses(REFUSED, 1);
        adapter.refuses(new Failure.RateLimited(429, Duration.ofMillis(10)), 1);

        assertThat(desk.open("lamp")).isEqualTo("ticket of lamp");
        assertThat(adapter.asked()).containsExactly("open", "open", "open");
    }

    @Test
    void looksBeforeTheFirstAttemptOfRepeatedWork() throws Exception {
        Desk desk = desk();
        CallScope repeated = new CallScope("CA1", null, true);
        adapter.has("lamp");

        assertThat(repeated.call(() -> desk.open("lamp"))).isEqualTo("ticket of lamp");
        assertThat(repeated.call(() -> desk.open("bulb"))).isEqualTo("ticket of bulb");
        assertThat(adapter.asked()).containsExactly("opened", "opened", "open");
    }

    @Test
    void waitsAsLongAsTheVendorAsked() {
        Desk desk = desk();
        adapter.refuses(new Failure.RateLimited(429, Duration.ofMillis(900)), 1);

        desk.status("1");

        List<Instant> at = adapter.askedAt();
        assertThat(Duration.between(at.getFirst(), at.getLast())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void doesNotBeginToWaitForLongerThanTheDeadline() {
        Desk desk = desk();
        Failure limited = new Failure.RateLimited(429, Duration.ofHours(1));
        adapter.refuses(limited, 1);

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.status("1"));

        assertThat(thrown.failure()).isEqualTo(limited);
        assertThat(adapter.asked()).containsExactly("status");
    }

    @Test
    void givesUpOnASystemThatDoesNotAnswerInTime() throws Exception {
        Desk desk = desk();
        Instant begun = Instant.now();
        CallScope turn = new CallScope("CA1", begun.plusMillis(400), false);

        IntegrationException thrown =
                catchThrowableOfType(IntegrationException.class, () -> turn.call(() -> desk.status("never")));

        assertThat(thrown.failure()).isEqualTo(new Failure.Unavailable(null, true, null));
        assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofMillis(400), Duration.ofMillis(1400));
        assertThat(adapter.interrupted().await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void beginsNoAttemptAfterTheDeadline() {
        Desk desk = desk();
        adapter.refuses(REFUSED, 5);
        Instant deadline = Instant.now().plusMillis(700);
        CallScope turn = new CallScope("CA1", deadline, false);

        assertThatThrownBy(() -> turn.call(() -> desk.open("lamp"))).isInstanceOf(IntegrationException.class);

        assertThat(Instant.now()).isBefore(deadline.plusMillis(250));
        assertThat(adapter.askedAt()).hasSizeGreaterThan(1).allMatch(at -> at.isBefore(deadline));
    }

    @Test
    void doesNotAskWhenTheDeadlineIsOver() {
        Desk desk = desk();
        CallScope late = new CallScope("CA1", Instant.now().minusMillis(1), false);

        assertThatThrownBy(() -> late.call(() -> desk.open("lamp"))).isInstanceOf(IntegrationException.class);

        assertThat(adapter.asked()).isEmpty();
    }

    @Test
    void opensTheCircuitOfOneKindOfOperationAndClosesItAgain() {
        Desk desk = desk();
        adapter.refuses(BUSY, 20);
        while (state("LOOKUP") == CircuitBreakerState.CLOSED) {
            assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);
        }
        assertThat(adapter.asked()).hasSize(20);

        adapter.recovers();
        IntegrationException refused =
                catchThrowableOfType(IntegrationException.class, () -> inOneTry(() -> desk.status("1")));
        assertThat(refused.failure()).isEqualTo(REFUSED);
        assertThat(adapter.asked()).hasSize(20);

        desk.ping();
        desk.open("lamp");
        assertThat(adapter.asked()).hasSize(22).endsWith("ping", "open");

        await().atMost(Duration.ofSeconds(15))
                .ignoreExceptionsInstanceOf(IntegrationException.class)
                .until(() -> inOneTry(() -> desk.status("1")).isPresent());
        assertThat(state("LOOKUP")).isEqualTo(CircuitBreakerState.CLOSED);
    }

    @Test
    void opensNoCircuitForAnswersAndForItsOwnDefects() {
        Desk desk = desk();
        for (int i = 0; i < 25; i++) {
            adapter.refuses(new Failure.NotFound(404), 1);
            assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);
            adapter.breaks(new IllegalStateException("ours"), 1);
            assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IllegalStateException.class);
        }

        assertThat(state("LOOKUP")).isEqualTo(CircuitBreakerState.CLOSED);
        assertThat(adapter.asked()).hasSize(50);
    }

    @Test
    void renewsARefusedTokenOnceAndAsksAgain() {
        Desk desk = desk();
        desk.status("1");
        adapter.refuses(TOKEN_REFUSED, 1);

        assertThat(desk.status("2")).contains("open");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void takesASecondRefusalForTheLastWord() {
        Desk desk = desk();
        desk.status("1");
        adapter.refuses(TOKEN_REFUSED, 5);

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.status("2"));

        assertThat(thrown.failure()).isEqualTo(TOKEN_REFUSED);
        assertThat(fetched).hasValue(2);
        assertThat(adapter.asked()).hasSize(3);
    }

    @Test
    void keepsToTheQuotaAndLetsPingsPass() {
        Desk desk = desk(new Limit(2, Duration.ofHours(1), null));
        desk.status("1");
        desk.status("2");

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.status("3"));
        desk.ping();

        assertThat(thrown.failure()).isInstanceOf(Failure.RateLimited.class);
        assertThat(adapter.asked()).containsExactly("status", "status", "ping");
    }

    @Test
    void holdsEverybodyBackWhenTheVendorSaysHowLong() {
        Desk desk = desk(new Limit(1000, Duration.ofSeconds(1), null));
        adapter.refuses(new Failure.RateLimited(429, Duration.ofMinutes(5)), 1);
        assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.status("2"));

        assertThat(thrown.failure())
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter())
                                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
        assertThat(adapter.asked()).hasSize(1);
    }

    @Test
    void holdsBackWhatIsOptionalWhenLittleIsLeftOfTheDay() {
        IntegrationCard card = ExampleCard.named(system);
        Allowances allowances = wrapper.allowances(card);
        Desk desk = desk(card, allowances);
        allowances.told(new Allowance(10, 100, Duration.ofDays(1)));
        assertThat(desk.notes("1")).isPresent();

        allowances.told(new Allowance(9, 100, Duration.ofDays(1)));
        IntegrationException held = catchThrowableOfType(IntegrationException.class, () -> desk.notes("2"));
        desk.status("2");
        desk.open("lamp");
        desk.close("2");
        desk.ping();

        assertThat(held.failure()).isEqualTo(new Failure.RateLimited(null, Duration.ofHours(8)));
        assertThat(adapter.asked()).containsExactly("notes", "status", "open", "close", "ping");
        List<JsonNode> log = log(6);
        assertThat(log)
                .filteredOn(call -> call.path("endpoint").asText().equals("/tickets/notes"))
                .last()
                .satisfies(call -> {
                    assertThat(call.path("failure").asText()).isEqualTo("rate-limited");
                    assertThat(call.path("attempt").asInt(-1)).isEqualTo(CallLogged.HELD_BACK);
                    assertThat(call.has("http_status")).isFalse();
                });
        assertThat(log).extracting(call -> call.path("quota_left").asInt()).containsExactly(10, 9, 9, 9, 9, 9);
    }

    @Test
    void believesNoVendorThatSaysYears() {
        Desk desk = desk();
        adapter.refuses(new Failure.RateLimited(429, Duration.ofDays(9999)), 1);

        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, () -> desk.status("1"));

        assertThat(thrown.failure()).isEqualTo(new Failure.RateLimited(429, Duration.ofHours(8)));
    }

    @Test
    void logsEveryAttemptWithItsFailureItsConversationAndItsTrace() throws Exception {
        Desk desk = desk();
        adapter.losesTheAnswer(BUSY);

        new CallScope("CA7", null, false).call(() -> desk.open("lamp"));

        List<JsonNode> log = log(2);
        SpanData span = spans.named(system + " /tickets/open").getFirst();
        assertThat(log)
                .extracting(call -> call.get("endpoint").asText())
                .containsExactly("/tickets/open", "/tickets/find-opened");
        assertThat(log).extracting(call -> call.path("status").asText()).containsExactly("error", "success");
        assertThat(log).extracting(call -> call.path("failure").asText("")).containsExactly("unavailable", "");
        assertThat(log).extracting(call -> call.path("http_status").asInt()).containsExactly(503, 0);
        assertThat(log).extracting(call -> call.path("attempt").asInt()).containsExactly(1, 2);
        assertThat(log).allMatch(call -> call.path("conversation_id").asText().equals("CA7"));
        assertThat(log).allMatch(call -> call.path("traceparent").asText().contains(span.getTraceId()));
        assertThat(log).extracting(call -> call.path("request_id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void logsNotFoundAsAnAnswer() {
        Desk desk = desk();
        adapter.refuses(new Failure.NotFound(404), 1);
        assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);

        JsonNode call = log(1).getFirst();

        assertThat(call.path("status").asText()).isEqualTo("success");
        assertThat(call.has("failure")).isFalse();
    }

    @Test
    void drawsOneSpanForAnOperationHoweverOftenItIsTried() {
        Desk desk = desk();
        adapter.refuses(BUSY, 3);
        assertThatThrownBy(() -> desk.status("1")).isInstanceOf(IntegrationException.class);

        List<SpanData> drawn = spans.named(system + " /tickets/status");

        assertThat(drawn).hasSize(1);
        assertThat(drawn.getFirst().getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(drawn.getFirst().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(drawn.getFirst().getStatus().getDescription()).isEqualTo("unavailable");
        assertThat(drawn.getFirst().getAttributes().get(AttributeKey.stringKey("switchboard.integration")))
                .isEqualTo(system);
    }

    @Test
    void leavesADefectOfOursAsItIs() {
        Desk desk = desk();
        IllegalArgumentException defect = new IllegalArgumentException("ours");
        adapter.breaks(defect, 1);

        assertThatThrownBy(() -> desk.open("lamp")).isSameAs(defect);
        assertThat(adapter.asked()).containsExactly("open");
    }

    @Test
    void isEqualToItselfOnlyAndCallsItselfByItsId() {
        Desk desk = desk();

        assertThat(desk).hasToString(system).isEqualTo(desk).isNotEqualTo(adapter);
        assertThat(desk.hashCode()).isEqualTo(System.identityHashCode(desk));
    }

    private Desk desk(Limit... limits) {
        IntegrationCard card = ExampleCard.named(system, limits);
        return desk(card, wrapper.allowances(card));
    }

    private Desk desk(IntegrationCard card, Allowances allowances) {
        return (Desk) wrapper.wrap(card, adapter, tokens, allowances);
    }

    private CircuitBreakerState state(String kind) {
        return circuits.currentState(system + " " + kind);
    }

    /** With so little time that nothing is tried twice. */
    private static Optional<String> inOneTry(java.util.concurrent.Callable<Optional<String>> call) throws Exception {
        return new CallScope(null, Instant.now().plusMillis(150), false).call(call);
    }

    private List<JsonNode> log(int size) {
        Broker broker = new Broker(bootstrapServers);
        return await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> broker.records(Topics.LOGS, system), records -> records.size() >= size)
                .stream()
                .map(record -> tree(record.value()))
                .toList();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
