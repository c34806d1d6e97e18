package dev.switchboard.runtime.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    private static final String SECRET = "s3cret";

    @Test
    void writesBasicAsTheStandardSays() {
        Authorization.Fixed basic = Authorization.basic("Aladdin", "open sesame");

        assertThat(basic.header()).isEqualTo("Authorization");
        assertThat(basic.value()).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void writesABearerToken() {
        assertThat(Authorization.bearer(SECRET).value()).isEqualTo("Bearer s3cret");
        assertThat(AccessToken.bearer(SECRET, null).value()).isEqualTo("Bearer s3cret");
    }

    @Test
    void keepsTheSecretWhenItNamesAHost() {
        Authorization.Fixed there = Authorization.bearer(SECRET).at(URI.create("https://eu.example.com"));

        assertThat(there.value()).isEqualTo("Bearer s3cret");
        assertThat(there.baseUrl()).isEqualTo(URI.create("https://eu.example.com"));
    }

    @Test
    void showsNoSecret() {
        assertThat(AccessToken.bearer(SECRET, Instant.EPOCH)).hasToString("AccessToken[Authorization]");
        assertThat(Authorization.bearer(SECRET)).hasToString("Fixed[Authorization]");
        assertThat(Authorization.basic("agent@example.com", SECRET)).hasToString("Fixed[Authorization]");
        assertThat(new Authorization.Fixed("X-Key", SECRET).at(URI.create("https://x")))
                .hasToString("Fixed[X-Key]");
    }
}
