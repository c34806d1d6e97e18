package dev.switchboard.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TokensTest {
    private static final int CALLERS = 50;

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void fetchesOnceForFiftyCallers() throws Exception {
        CountDownLatch everybodyIsHere = new CountDownLatch(CALLERS);
        Tokens tokens = new Tokens(
                new Authorization.Renewed(() -> {
                    await(everybodyIsHere);
                    return token();
                }),
                clock);

        List<AccessToken> got = together(() -> {
            everybodyIsHere.countDown();
            return tokens.current();
        });

        assertThat(fetched).hasValue(1);
        assertThat(got).hasSize(CALLERS).containsOnly(AccessToken.bearer("t1", null));
    }

    @Test
    void replacesARefusedTokenOnceForFiftyCallers() throws Exception {
        Tokens tokens = new Tokens(new Authorization.Renewed(this::token), clock);
        AccessToken refused = tokens.current();
        CountDownLatch everybodyIsHere = new CountDownLatch(CALLERS);

        List<AccessToken> got = together(() -> {
            everybodyIsHere.countDown();
            await(everybodyIsHere);
            tokens.renew(refused);
            return tokens.current();
        });

        assertThat(fetched).hasValue(2);
        assertThat(got).containsOnly(AccessToken.bearer("t2", null));
    }

    @Test
    void keepsATokenUntilItIsDue() {
        Tokens tokens = new Tokens(new Authorization.Renewed(() -> token(Duration.ofMinutes(10))), clock);
        AccessToken first = tokens.current();

        clock.forward(Duration.ofMinutes(10).minusMillis(1));
        assertThat(tokens.current()).isSameAs(first);

        clock.forward(Duration.ofMillis(1));
        assertThat(tokens.current().value()).isEqualTo("Bearer t2");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void keepsATokenOfUnknownAgeUntilItIsRefused() {
        Tokens tokens = new Tokens(new Authorization.Renewed(this::token), clock);
        AccessToken first = tokens.current();

        clock.forward(Duration.ofDays(400));

        assertThat(tokens.current()).isSameAs(first);
    }

    @Test
    void fetchesAgainAfterAFetchThatFailed() {
        AtomicInteger tried = new AtomicInteger();
        Tokens tokens = new Tokens(
                new Authorization.Renewed(() -> {
                    if (tried.incrementAndGet() == 1) {
                        throw away();
                    }
                    return token();
                }),
                clock);

        assertThatThrownBy(tokens::current).isInstanceOf(IntegrationException.class);
        assertThat(tokens.current().value()).isEqualTo("Bearer t1");
    }

    @Test
    void doesNotUseARefusedTokenAgainWhenItsReplacementFails() {
        AtomicInteger tried = new AtomicInteger();
        Tokens tokens = new Tokens(
                new Authorization.Renewed(() -> {
                    if (tried.incrementAndGet() == 2) {
                        throw away();
                    }
                    return token();
                }),
                clock);
        AccessToken refused = tokens.current();

        assertThatThrownBy(() -> tokens.renew(refused)).isInstanceOf(IntegrationException.class);

        assertThat(tokens.inHand()).isNull();
        assertThat(tokens.current()).isNotEqualTo(refused);
    }

    @Test
    void neverReplacesAFixedSignIn() {
        Tokens tokens = new Tokens(Authorization.bearer("fixed"), clock);

        tokens.renew(tokens.current());

        assertThat(tokens.renewable()).isFalse();
        assertThat(tokens.current().value()).isEqualTo("Bearer fixed");
    }

    private AccessToken token() {
        return AccessToken.bearer("t" + fetched.incrementAndGet(), null);
    }

    private AccessToken token(Duration goodFor) {
        return AccessToken.bearer(
                "t" + fetched.incrementAndGet(), clock.instant().plus(goodFor));
    }

    private static IntegrationException away() {
        return new IntegrationException("desk", "/token", new Failure.Unavailable(503, true, null));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<AccessToken> together(Callable<AccessToken> caller) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AccessToken>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(threads.submit(caller));
            }
            List<AccessToken> got = new ArrayList<>();
            for (Future<AccessToken> answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }
}
