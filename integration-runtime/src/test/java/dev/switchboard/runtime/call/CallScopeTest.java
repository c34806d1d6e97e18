package dev.switchboard.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallScopeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void isNobodysUntilSomebodyOpensOne() {
        assertThat(CallScope.current()).isEqualTo(new CallScope(null, null, false));
    }

    @Test
    void holdsForWhatItRunsAndNoLonger() throws Exception {
        CallScope scope = new CallScope("CA1", NOON, true);

        assertThat(scope.call(CallScope::current)).isEqualTo(scope);
        assertThat(scope.get(CallScope::current)).isEqualTo(scope);
        assertThat(CallScope.current().conversationId()).isNull();
    }

    @Test
    void endsAlsoWhenTheWorkFails() {
        CallScope scope = new CallScope("CA1", NOON, true);

        assertThatThrownBy(() -> scope.call(() -> {
                    throw new IOException("away");
                }))
                .isInstanceOf(IOException.class);
        assertThat(CallScope.current().conversationId()).isNull();
    }

    @Test
    void takesTheEarlierDeadline() {
        CallScope open = new CallScope("CA1", null, true);
        CallScope tight = new CallScope("CA1", NOON, true);

        assertThat(open.until(NOON)).isEqualTo(tight);
        assertThat(tight.until(NOON.plusSeconds(1))).isEqualTo(tight);
        assertThat(tight.until(NOON.minusSeconds(1))).isEqualTo(new CallScope("CA1", NOON.minusSeconds(1), true));
    }
}
