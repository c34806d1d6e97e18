package dev.switchboard.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final Failure NEVER_ARRIVED = new Failure.Unavailable(null, false, null);
    private static final Failure MAY_HAVE_ARRIVED = new Failure.Unavailable(null, true, null);
    private static final Failure LIMITED = new Failure.RateLimited(429, null);

    static Stream<Arguments> thrown() {
        return Stream.of(
                Arguments.of(new IntegrationException("desk", "/x", LIMITED), LIMITED),
                Arguments.of(new ProcessingException(new IntegrationException("desk", "/x", LIMITED)), LIMITED),
                Arguments.of(new CircuitBreakerOpenException("open"), NEVER_ARRIVED),
                Arguments.of(new ProcessingException(new ConnectException("refused")), NEVER_ARRIVED),
                Arguments.of(new ProcessingException(new UnknownHostException("desk")), NEVER_ARRIVED),
                Arguments.of(new ProcessingException(new UnresolvedAddressException()), NEVER_ARRIVED),
                Arguments.of(new ProcessingException(new SocketException("reset")), MAY_HAVE_ARRIVED),
                Arguments.of(new ProcessingException(new TimeoutException("read")), MAY_HAVE_ARRIVED),
                Arguments.of(new IOException("closed"), MAY_HAVE_ARRIVED),
                Arguments.of(
                        new ProcessingException(new JsonParseException(null, "no JSON")), new Failure.Malformed(null)),
                Arguments.of(new WebApplicationException(200), new Failure.Malformed(200)));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void tellsWhatWentWrong(Throwable thrown, Failure failure) {
        assertThat(Failures.of(thrown)).isEqualTo(failure);
    }

    @Test
    void waitsNoLongerThanTheOperatorAllows() {
        Duration longest = Duration.ofHours(8);
        Duration years = Duration.ofDays(9999);
        Duration soon = Duration.ofSeconds(3);

        assertThat(Failures.within(longest, new Failure.RateLimited(429, years)))
                .isEqualTo(new Failure.RateLimited(429, longest));
        assertThat(Failures.within(longest, new Failure.Unavailable(503, true, years)))
                .isEqualTo(new Failure.Unavailable(503, true, longest));
        assertThat(Failures.within(longest, new Failure.RateLimited(429, soon)))
                .isEqualTo(new Failure.RateLimited(429, soon));
        assertThat(Failures.within(longest, LIMITED)).isEqualTo(LIMITED);
        assertThat(Failures.within(longest, new Failure.NotFound(404))).isEqualTo(new Failure.NotFound(404));
    }

    static Stream<Throwable> defects() {
        return Stream.of(
                new NullPointerException(),
                new IllegalArgumentException(),
                new IllegalStateException(),
                new ClassCastException(),
                new IndexOutOfBoundsException());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void knowsItsOwnDefects(Throwable thrown) {
        assertThat(Failures.ours(thrown)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void doesNotTakeTheNetworkForADefect(Throwable thrown, Failure failure) {
        assertThat(Failures.ours(thrown)).as(failure.code()).isFalse();
    }
}
