package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization.TokenSource;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/** Salesforce's two ways to sign in without a person. Neither tells when its token expires. */
final class SalesforceAuth {
    /** Sessions live two hours by default, and longer while they are used. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(30);

    private static final Duration ASSERTION_LIVES = Duration.ofMinutes(3);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final SalesforceApi api;
    private final Clock clock;

    SalesforceAuth(SalesforceApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** The way {@code SALESFORCE_AUTH_FLOW} names; without it a private key decides for the JWT. */
    static TokenSource of(Connection connection) {
        SalesforceAuth auth = new SalesforceAuth(connection.openClient(SalesforceApi.class), connection.clock());
        Settings settings = connection.settings();
        String fallback = settings.find("SALESFORCE_PRIVATE_KEY_PEM").isPresent() ? "jwt" : "client_credentials";
        return switch (settings.find("SALESFORCE_AUTH_FLOW").orElse(fallback)) {
            case "client_credentials" ->
                auth.byClientCredentials(
                        settings.get("SALESFORCE_CLIENT_ID"), settings.get("SALESFORCE_CLIENT_SECRET"));
            default ->
                auth.byAssertion(
                        settings.get("SALESFORCE_CLIENT_ID"),
                        settings.get("SALESFORCE_USERNAME"),
                        settings.find("SALESFORCE_JWT_AUDIENCE").orElseGet(() -> audience(connection.baseUrl())),
                        settings.get("SALESFORCE_PRIVATE_KEY_PEM"));
        };
    }

    TokenSource byClientCredentials(String clientId, String clientSecret) {
        return () -> granted(api.byClientCredentials("client_credentials", clientId, clientSecret));
    }

    TokenSource byAssertion(String clientId, String username, String audience, String key) {
        return () -> granted(api.byAssertion(JWT_BEARER, assertion(clientId, username, audience, key)));
    }

    /** Sandboxes have their own: the usual reason for "audience is invalid". */
    static String audience(URI loginUrl) {
        String host = String.valueOf(loginUrl.getHost()).toLowerCase(Locale.ROOT);
        boolean sandbox = host.contains(".sandbox.") || host.startsWith("test.");
        return sandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
    }

    private AccessToken granted(SalesforceJson.Token token) {
        URI instance = token.instanceUrl() == null
                ? null
                : URI.create(token.instanceUrl().replaceFirst("/+$", ""));
        return new AccessToken(
                "Authorization",
                "Bearer " + token.accessToken(),
                clock.instant().plus(RENEWED_AFTER),
                instance);
    }

    private String assertion(String clientId, String username, String audience, String key) {
        long expiry = clock.instant().plus(ASSERTION_LIVES).getEpochSecond();
        String claims = "{\"iss\":" + quoted(clientId) + ",\"sub\":" + quoted(username) + ",\"aud\":" + quoted(audience)
                + ",\"exp\":" + expiry + "}";
        String signed = base64("{\"alg\":\"RS256\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey(key));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // Without the cause: its text may quote the key.
            throw new IntegrationException("salesforce", "SALESFORCE_PRIVATE_KEY_PEM", new Failure.AuthExpired(null));
        }
    }

    /** PKCS#8 in PEM; line ends may be written as {@code \n}, as environment variables often have them. */
    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replace("\\n", "\n").replaceAll("-----[^-]*-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
