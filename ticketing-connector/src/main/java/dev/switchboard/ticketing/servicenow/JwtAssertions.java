package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/**
 * Assertions for the JWT bearer grant: each is good once. Issuer and audience are both the client.
 *
 * @param keyId which of the instance's verifier maps holds the certificate
 */
record JwtAssertions(String clientId, String subject, String keyId, PrivateKey key, Clock clock) {
    static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static final Duration LIVES = Duration.ofMinutes(3);
    /** The instance's clock may be a little behind. */
    private static final Duration BEHIND = Duration.ofSeconds(10);

    static JwtAssertions of(Connection connection) {
        Settings settings = connection.settings();
        return new JwtAssertions(
                settings.get("SERVICENOW_CLIENT_ID"),
                settings.get("SERVICENOW_USERNAME"),
                settings.get("SERVICENOW_JWT_KEY_ID"),
                settings.read("SERVICENOW_JWT_KEY", JwtAssertions::privateKey, "an RSA key in PEM, PKCS#8"),
                connection.clock());
    }

    String next() {
        long now = clock.instant().minus(BEHIND).getEpochSecond();
        String claims = "{\"iss\":" + quoted(clientId) + ",\"aud\":" + quoted(clientId) + ",\"sub\":" + quoted(subject)
                + ",\"iat\":" + now + ",\"exp\":" + (now + LIVES.toSeconds()) + ",\"jti\":\"" + UUID.randomUUID()
                + "\"}";
        String signed =
                base64("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":" + quoted(keyId) + "}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException unusable) {
            throw new IntegrationException("servicenow", "SERVICENOW_JWT_KEY", new Failure.AuthExpired(null));
        }
    }

    @Override
    public String toString() {
        return "JwtAssertions[" + keyId + "]";
    }

    /** Line ends may be written as {@code \n}, as environment variables often have them. */
    private static PrivateKey privateKey(String pem) {
        String base64 = pem.replace("\\n", "\n").replaceAll("-----[^-]*-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("no key", unusable);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
