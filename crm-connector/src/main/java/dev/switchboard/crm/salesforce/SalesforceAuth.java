package dev.switchboard.crm.salesforce;

import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization.TokenSource;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Salesforce's two ways to sign in without a person, for external client apps and for the connected apps of older orgs alike.
 * Neither tells when its token expires.
 */
final class SalesforceAuth {
    /** Sessions live two hours by default, and longer while they are used. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(30);

    private static final Duration ASSERTION_LIVES = Duration.ofMinutes(3);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String FLOW = "SALESFORCE_AUTH_FLOW";
    private static final String LOGIN_URL = "SALESFORCE_LOGIN_URL";
    private static final String KEY = "SALESFORCE_PRIVATE_KEY_PEM";
    private static final String KEY_FILE = "SALESFORCE_PRIVATE_KEY_FILE";
    private static final String KEY_EXPECTED = "an unencrypted RSA private key in PEM";

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
        String clientId = settings.get("SALESFORCE_CLIENT_ID");
        if (!byJwt(settings)) {
            // The hosts that all customers share know no client credentials: "request not supported on this domain".
            if (settings.find(LOGIN_URL).isPresent()) {
                settings.read(LOGIN_URL, SalesforceAuth::ownDomain, "your own My Domain address");
            }
            return auth.byClientCredentials(clientId, settings.get("SALESFORCE_CLIENT_SECRET"));
        }
        return auth.byAssertion(
                clientId,
                settings.get("SALESFORCE_USERNAME"),
                settings.find("SALESFORCE_JWT_AUDIENCE").orElseGet(() -> audience(connection.baseUrl())),
                key(settings));
    }

    TokenSource byClientCredentials(String clientId, String clientSecret) {
        return () -> granted(api.byClientCredentials("client_credentials", clientId, clientSecret));
    }

    TokenSource byAssertion(String clientId, String username, String audience, SalesforceKey key) {
        return () -> granted(api.byAssertion(JWT_BEARER, assertion(clientId, username, audience, key)));
    }

    /** Sandboxes have their own: the usual reason for "audience is invalid". Their names stand after two hyphens. */
    static String audience(URI loginUrl) {
        String host = String.valueOf(loginUrl.getHost()).toLowerCase(Locale.ROOT);
        boolean sandbox = host.contains(".sandbox.") || host.contains("--") || host.startsWith("test.");
        return sandbox ? "https://test.salesforce.com" : "https://login.salesforce.com";
    }

    static String ownDomain(String loginUrl) {
        if (loginUrl.toLowerCase(Locale.ROOT).matches("https?://(login|test)\\.salesforce\\.com.*")) {
            throw new IllegalArgumentException("A host that all customers share");
        }
        return loginUrl;
    }

    static String textOf(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("No file that can be read");
        }
    }

    private static boolean byJwt(Settings settings) {
        if (settings.find(FLOW).isEmpty()) {
            return settings.find(KEY).or(() -> settings.find(KEY_FILE)).isPresent();
        }
        return settings.get(FLOW, "jwt|client_credentials", "jwt or client_credentials")
                .equals("jwt");
    }

    private static SalesforceKey key(Settings settings) {
        return settings.find(KEY).isEmpty() && settings.find(KEY_FILE).isPresent()
                ? settings.read(
                        KEY_FILE, file -> SalesforceKey.ofPem(textOf(file)), "a readable file with " + KEY_EXPECTED)
                : settings.read(KEY, SalesforceKey::ofPem, KEY_EXPECTED);
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

    private String assertion(String clientId, String username, String audience, SalesforceKey key) {
        long expiry = clock.instant().plus(ASSERTION_LIVES).getEpochSecond();
        String claims = "{\"iss\":" + quoted(clientId) + ",\"sub\":" + quoted(username) + ",\"aud\":" + quoted(audience)
                + ",\"exp\":" + expiry + "}";
        String signed = base64("{\"alg\":\"RS256\"}") + "." + base64(claims);
        return signed + "." + key.sign(signed);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
