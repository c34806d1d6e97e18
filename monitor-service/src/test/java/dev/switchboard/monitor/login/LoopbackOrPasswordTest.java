package dev.switchboard.monitor.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.monitor.Configs;
import io.quarkus.runtime.StartupEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOrPasswordTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void isOpenOnLoopback(String host) {
        assertThatCode(() -> new LoopbackOrPassword(Configs.defaults(), host).check(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToStartElsewhereWithoutAPassword(String host) {
        assertThatThrownBy(() -> new LoopbackOrPassword(Configs.defaults(), host).check(new StartupEvent()))
                .hasMessage("The dashboard would listen on " + host
                        + " without a password: set SWITCHBOARD_MONITOR_PASSWORD, or QUARKUS_HTTP_HOST=127.0.0.1.");
    }

    @Test
    void startsElsewhereWithAPassword() {
        var config = Configs.with(Map.of("password", "long enough"));

        assertThatCode(() -> new LoopbackOrPassword(config, "0.0.0.0").check(new StartupEvent()))
                .doesNotThrowAnyException();
    }
}
