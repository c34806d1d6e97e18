package dev.switchboard.crm.hubspot;

import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization.TokenSource;
import dev.switchboard.runtime.adapter.Settings;
import java.time.Clock;
import java.time.Instant;

/** Access tokens of an OAuth app for half an hour each; HubSpot wants them renewed by their time and not by a 401. */
final class HubspotAuth implements TokenSource {
    private static final double RENEWED_AT = 0.8;

    private final HubspotApi api;
    private final Clock clock;
    private final String version;
    private final String clientId;
    private final String clientSecret;
    private final String refreshToken;

    HubspotAuth(HubspotApi api, Clock clock, Settings settings) {
        this(
                api,
                clock,
                settings.get("HUBSPOT_API_VERSION"),
                settings.get("HUBSPOT_CLIENT_ID"),
                settings.get("HUBSPOT_CLIENT_SECRET"),
                settings.get("HUBSPOT_REFRESH_TOKEN"));
    }

    HubspotAuth(
            HubspotApi api, Clock clock, String version, String clientId, String clientSecret, String refreshToken) {
        this.api = api;
        this.clock = clock;
        this.version = version;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.refreshToken = refreshToken;
    }

    @Override
    public AccessToken fetch() {
        HubspotJson.Token token = api.token(version, "refresh_token", clientId, clientSecret, refreshToken);
        Instant renewAt = clock.instant().plusSeconds((long) (token.expiresIn() * RENEWED_AT));
        return AccessToken.bearer(token.accessToken(), renewAt);
    }
}
