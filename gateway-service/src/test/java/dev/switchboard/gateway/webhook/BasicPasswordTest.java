package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks of a system that signs nothing and logs in. */
class BasicPasswordTest {
    private static final BasicPassword PASSWORD = BasicPassword.of(List.of("acme", "s3:cret"));

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  "})
    void acceptsTheUserWithThePassword(String scheme) {
        assertThatCode(() -> PASSWORD.check(request(scheme + encoded("acme:s3:cret"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme:", "acme:s3", "acme:s3:cret ", "Acme:s3:cret", ":s3:cret", "acme:s3:cretacme"})
    void refusesEverybodyElse(String pair) {
        assertThat(Refused.by(() -> PASSWORD.check(request("Basic " + encoded(pair)))))
                .isEqualTo(new Refused(401, "The user or the password is wrong."));
    }

    @Test
    void refusesAnotherScheme() {
        assertThat(Refused.by(() -> PASSWORD.check(request("Bearer " + encoded("acme:s3:cret")))))
                .isEqualTo(new Refused(401, "The user or the password is wrong."));
    }

    private static InboundRequest request(String authorization) {
        return new InboundRequest("POST", "/webhooks/acme", Map.of("authorization", authorization), new byte[0]);
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
