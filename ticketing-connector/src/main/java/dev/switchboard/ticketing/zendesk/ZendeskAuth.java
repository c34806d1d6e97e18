package dev.switchboard.ticketing.zendesk;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Client credentials: https://developer.zendesk.com/documentation/api-basics/authentication/oauth-client-credentials/. */
final class ZendeskAuth implements Authorization.TokenSource {
    /** A day; Zendesk allows 300 to 172,800. */
    private static final long LIFETIME_SECONDS = 86_400;

    private static final double RENEWED_AFTER = 0.8;

    private final ZendeskApi api;
    private final String clientId;
    private final String clientSecret;
    private final String scopes;
    private final Clock clock;

    ZendeskAuth(Connection connection) {
        this.api = connection.openClient(ZendeskApi.class);
        this.clientId = connection.settings().get("ZENDESK_OAUTH_CLIENT_ID");
        this.clientSecret = connection.settings().get("ZENDESK_OAUTH_CLIENT_SECRET");
        this.scopes = connection.settings().get("ZENDESK_OAUTH_SCOPES");
        this.clock = connection.clock();
    }

    @Override
    public AccessToken fetch() {
        Instant asked = clock.instant();
        ZendeskJson.Token token = api.token(
                new ZendeskJson.TokenRequest("client_credentials", clientId, clientSecret, scopes, LIFETIME_SECONDS));
        missingScope(token.scope()).ifPresent(scope -> {
            throw new IntegrationException("zendesk", "/oauth/tokens", new Failure.Forbidden(null, scope));
        });
        return AccessToken.bearer(token.accessToken(), renewAt(asked, token.expiresIn()));
    }

    /** Zendesk drops a scope it does not know without a word, and every call that needs it is then a 403. */
    private Optional<String> missingScope(@Nullable String granted) {
        if (granted == null) {
            return Optional.empty();
        }
        Set<String> given = words(granted);
        return words(scopes).stream()
                .filter(wanted -> !given.contains(wanted))
                .filter(wanted -> !given.contains(wanted.replaceFirst("^.*:", "")))
                .sorted()
                .findFirst();
    }

    private static Set<String> words(String scopes) {
        return Arrays.stream(scopes.strip().split("\\s+")).collect(Collectors.toSet());
    }

    private static @Nullable Instant renewAt(Instant asked, @Nullable Long seconds) {
        return seconds == null ? null : asked.plusSeconds((long) (seconds * RENEWED_AFTER));
    }
}
