package dev.switchboard.crm.pipedrive;

import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Authorization.TokenSource;
import dev.switchboard.runtime.adapter.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/** Access tokens of an app for an hour each. They name the company's own host; the refresh token stays the same. */
final class PipedriveAuth implements TokenSource {
    private static final double RENEWED_AT = 0.8;

    private final PipedriveApi api;
    private final Clock clock;
    private final String host;
    private final String client;
    private final String refreshToken;

    PipedriveAuth(PipedriveApi api, Clock clock, Settings settings) {
        this.api = api;
        this.clock = clock;
        this.host = settings.get("PIPEDRIVE_OAUTH_URL", "https?://[^\\s/]+(/\\S*)?", "an address");
        this.client = Authorization.basic(settings.get("PIPEDRIVE_CLIENT_ID"), settings.get("PIPEDRIVE_CLIENT_SECRET"))
                .value();
        this.refreshToken = settings.get("PIPEDRIVE_REFRESH_TOKEN");
    }

    @Override
    public AccessToken fetch() {
        PipedriveJson.Token token = api.token(host, client, "refresh_token", refreshToken);
        Instant renewAt = clock.instant().plusSeconds((long) (token.expiresIn() * RENEWED_AT));
        return new AccessToken(
                "Authorization", "Bearer " + token.accessToken(), renewAt, URI.create(token.apiDomain()));
    }
}
