package dev.switchboard.telephony.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.SentMessage;
import dev.switchboard.testkit.SteppingClock;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SentBeforeTest {
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
    private static final SentMessage SENT = new SentMessage("wamid.1");

    private final SteppingClock clock = new SteppingClock();
    private final SentBefore before = new SentBefore(WAIT, clock);

    @Test
    void leavesAloneWhatAnotherProcessMayHaveSentAndThenSendsIt() {
        assertThat(failure()).isEqualTo(new Failure.Unavailable(null, true, WAIT));
        clock.step(Duration.ofSeconds(50));
        assertThat(failure()).isEqualTo(new Failure.Unavailable(null, true, Duration.ofSeconds(70)));
        clock.step(Duration.ofSeconds(70));
        assertThat(before.find("/find", KEY)).isEmpty();
    }

    @Test
    void leavesAloneWhatWasNotAnswered() {
        attempt(() -> {
            throw new ProcessingException("reset");
        });
        clock.step(Duration.ofSeconds(10));
        assertThat(failure()).isEqualTo(new Failure.Unavailable(null, true, Duration.ofSeconds(110)));
    }

    @Test
    void sendsAtOnceWhatWasRefused() {
        attempt(() -> {
            throw new IntegrationException("whatsapp", "answer", new Failure.RateLimited(429, null));
        });
        assertThat(before.find("/find", KEY)).isEmpty();
    }

    @Test
    void waitsAgainWhenTheSecondAttemptIsNotAnsweredEither() {
        attempt(() -> {
            throw new ProcessingException("reset");
        });
        clock.step(WAIT);
        assertThat(before.find("/find", KEY)).isEmpty();
        attempt(() -> {
            throw new IntegrationException("whatsapp", "answer", new Failure.Unavailable(502, true, null));
        });
        assertThat(failure()).isEqualTo(new Failure.Unavailable(null, true, WAIT));
    }

    @Test
    void neverSendsAgainWhatWasAccepted() {
        attempt(() -> SENT);
        assertThat(before.find("/find", KEY)).contains(SENT);
    }

    @Test
    void neverSendsAgainWhatWasAnsweredInAWayNobodyUnderstands() {
        attempt(() -> {
            throw new WebApplicationException(200);
        });
        clock.step(WAIT.multipliedBy(2));
        assertThat(failure()).isInstanceOf(Failure.Malformed.class);
    }

    private void attempt(Supplier<SentMessage> request) {
        Throwable ignored = catchThrowable(() -> before.sending(KEY, request));
    }

    private Failure failure() {
        return catchThrowableOfType(IntegrationException.class, () -> before.find("/find", KEY))
                .failure();
    }
}
