package dev.switchboard.monitor.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.monitor.Configs;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorLoginTest {
    private final OperatorLogin login = new OperatorLogin(Configs.with(Map.of("password", "correct horse")));

    @Test
    void knowsTheOperatorByThePassword() {
        SecurityIdentity who = enter(login, "operator", "correct horse").await().indefinitely();

        assertThat(who.getPrincipal().getName()).isEqualTo("operator");
    }

    @ParameterizedTest
    @CsvSource({"operator,wrong", "operator,''", "root,correct horse", "'',correct horse", "operator:correct,horse"})
    void refusesEverybodyElse(String user, String password) {
        assertThatThrownBy(() -> enter(login, user, password).await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void nobodyLogsInWithoutAPasswordSet() {
        var open = new OperatorLogin(Configs.defaults());

        assertThatThrownBy(() -> enter(open, "operator", "").await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private static Uni<SecurityIdentity> enter(OperatorLogin login, String user, String password) {
        var request = new UsernamePasswordAuthenticationRequest(user, new PasswordCredential(password.toCharArray()));
        return login.authenticate(request, work -> Uni.createFrom().item(work.get()));
    }
}
