package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.call.CallScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every system's adapter must do, whatever it is for: each failure of the error table, met through the wrapped adapter
 * against the simulated vendor. A port's own contract extends it, and a system's test extends that.
 *
 * @param <P> the port
 */
@QuarkusTestResource(TestHouse.class)
public abstract class SystemContract<P extends IntegratedSystem> {
    private static final Set<Class<?>> STARTED = ConcurrentHashMap.newKeySet();
    private static final Duration START = Duration.ofMinutes(1);

    private final String system;
    private final Class<P> portType;

    @Inject
    IntegratedSystems systems;

    @Inject
    CircuitBreakerMaintenance circuits;

    protected SystemContract(String system, Class<P> portType) {
        this.system = system;
        this.portType = portType;
    }

    /** Any lookup that finds something in the seed, as one call of the port. */
    protected abstract void lookUp();

    /** Whether the vendor's tokens expire, so that a refused one can be replaced. */
    protected boolean renewsTokens() {
        return true;
    }

    /** Whether the vendor says how long to wait after too many calls; where it does not, say why beside the override. */
    protected boolean hintsHowLongToWait() {
        return true;
    }

    /** Whether a call that may have been applied is simply made again; where it is not, say why beside the override. */
    protected boolean repeatsWhatMayHaveBeenApplied() {
        return true;
    }

    protected final P port() {
        return systems.named(system)
                .map(connected -> portType.cast(connected.system()))
                .orElseThrow(() -> new AssertionError(system + " is not connected"));
    }

    protected final VendorTwin vendor() {
        return VendorTwin.of(system);
    }

    protected static IdempotencyKey newKey() {
        return new IdempotencyKey(EventId.of("contract", UUID.randomUUID().toString()));
    }

    @BeforeEach
    void startFromTheSeed() {
        awaitStart();
        vendor().reset();
        circuits.resetAll();
    }

    /** Once a class: what a start asks the vendor must not be under way when the vendor forgets its tokens. */
    private void awaitStart() {
        if (STARTED.add(getClass())) {
            await("the service is warm").atMost(START).until(SystemContract::isReady);
        }
    }

    private static boolean isReady() throws IOException {
        String service = ConfigProvider.getConfig().getValue("test.url", String.class);
        HttpURLConnection asked = (HttpURLConnection)
                URI.create(service + "/q/health/ready").toURL().openConnection();
        try {
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            asked.disconnect();
        }
    }

    @AfterEach
    void meetsTheVendorsSpecification() {
        VendorSpecification.of(system)
                .ifPresent(specification -> vendor().exchanges().forEach(specification::check));
    }

    @Test
    void pingsWithGoodCredentials() {
        assertThatCode(port()::ping).doesNotThrowAnyException();
    }

    @Test
    void pingFailsWhenCredentialsAreRefused() {
        vendor().fail("UNAUTHORIZED", 5);
        assertThat(failureOf(port()::ping)).isInstanceOf(Failure.AuthExpired.class);
    }

    @Test
    void renewsARefusedTokenAndTheCallerNeverHears() {
        assumeTrue(renewsTokens(), "the vendor's credentials never expire");
        lookUp();
        vendor().expireTokens();
        assertThatCode(this::lookUp).doesNotThrowAnyException();
    }

    @Test
    void givesUpWhenTheRenewedTokenIsRefusedToo() {
        vendor().fail("UNAUTHORIZED", 10);
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.AuthExpired.class);
    }

    @Test
    void neverRetriesWhatIsForbidden() {
        lookUp();
        int before = vendor().exchanges().size();
        vendor().fail("FORBIDDEN", 1);
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.Forbidden.class);
        assertThat(vendor().exchanges()).hasSize(before + 1);
    }

    @Test
    void waitsAsLongAsTheVendorAsked() {
        assumeTrue(hintsHowLongToWait(), "the vendor gives no hint");
        lookUp();
        vendor().fail(VendorTwin.object()
                .put("kind", "RATE_LIMITED")
                .put("times", 1)
                .put("retryAfterSeconds", 1));
        Instant start = Instant.now();
        assertThatCode(this::lookUp).doesNotThrowAnyException();
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }

    @Test
    void backsOffWhenTheVendorDoesNotSayHowLong() {
        lookUp();
        vendor().fail("RATE_LIMITED", 1);
        assertThatCode(this::lookUp).doesNotThrowAnyException();
    }

    @Test
    void doesNotWaitLongerThanTheCallerCan() {
        assumeTrue(hintsHowLongToWait(), "the vendor gives no hint");
        lookUp();
        vendor().fail(VendorTwin.object()
                .put("kind", "RATE_LIMITED")
                .put("times", 1)
                .put("retryAfterSeconds", 600));
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.RateLimited.class);
        vendor().heal();
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR", "RESET"})
    void retriesALookupThatMetTrouble(String trouble) {
        assumeTrue(repeatsWhatMayHaveBeenApplied(), "the vendor cannot tell whether it was applied");
        vendor().fail(trouble, 1);
        assertThatCode(this::lookUp).doesNotThrowAnyException();
    }

    @Test
    void saysUnavailableWhenTroubleStays() {
        vendor().fail("SERVER_ERROR", 100);
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void keepsToTheDeadline() throws Exception {
        lookUp();
        int before = vendor().exchanges().size();
        vendor().fail(VendorTwin.object().put("kind", "LATENCY").put("times", 5).put("delayMillis", 3_000));
        CallScope hurried = new CallScope(null, Instant.now().plusMillis(300), false);
        Instant start = Instant.now();
        Failure failure = failureOf(() -> hurried.run(this::lookUp));
        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        // Without the deadline it would be three attempts of a second each.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(2_500));
        // The vendor notices late: its record must not turn up in the next test.
        await().atMost(Duration.ofSeconds(15)).until(() -> vendor().exchanges().size() > before);
    }

    @Test
    void saysMalformedWhenTheAnswerIsNotTheContract() {
        vendor().fail("MALFORMED", 10);
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void neverShowsASecret() {
        List<String> secrets = secrets();
        assertThat(secrets).isNotEmpty();
        for (String trouble : List.of("UNAUTHORIZED", "FORBIDDEN", "RESET", "MALFORMED", "SERVER_ERROR")) {
            circuits.resetAll();
            vendor().fail(trouble, 10);
            Throwable thrown = catchThrowableOfType(IntegrationException.class, this::lookUp);
            StringWriter everything = new StringWriter();
            thrown.printStackTrace(new PrintWriter(everything));
            assertThat(everything.toString()).doesNotContain(secrets);
            vendor().heal();
        }
    }

    @Test
    void tellsTheLogEveryCall() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader logs = TopicReader.fromNow(kafka, Topics.LOGS)) {
            String conversation = UUID.randomUUID().toString();
            vendor().fail("RATE_LIMITED", 1);
            new CallScope(conversation, null, false).run(this::lookUp);
            CallLogged failed = logs.await(
                    CallLogged.class,
                    call -> conversation.equals(call.conversationId()) && call.status() == CallLogged.Status.ERROR);
            CallLogged succeeded = logs.await(
                    CallLogged.class,
                    call -> conversation.equals(call.conversationId()) && call.status() == CallLogged.Status.SUCCESS);
            assertThat(failed)
                    .returns(system, CallLogged::integration)
                    .returns("rate-limited", CallLogged::failure)
                    .returns(1, CallLogged::attempt);
            assertThat(succeeded.attempt()).isEqualTo(2);
            assertThat(succeeded.endpoint()).isEqualTo(failed.endpoint());
        }
    }

    /** The failure a call ends with. */
    protected static Failure failureOf(Runnable call) {
        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, call::run);
        assertThat(thrown).as("the call was to fail").isNotNull();
        return thrown.failure();
    }

    private List<String> secrets() {
        return systems.named(system).orElseThrow().card().settings().stream()
                .filter(setting -> setting.secret())
                .flatMap(setting -> ConfigProvider.getConfig().getOptionalValue(setting.name(), String.class).stream())
                .toList();
    }
}
