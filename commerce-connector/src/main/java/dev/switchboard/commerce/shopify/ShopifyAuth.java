package dev.switchboard.commerce.shopify;

import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import java.time.Clock;
import java.time.Instant;

/** Client credentials: a token for a day, without a refresh token; another one is simply asked for. */
final class ShopifyAuth implements Authorization.TokenSource {
    /** Not {@code Authorization}. */
    static final String HEADER = "X-Shopify-Access-Token";

    private static final double RENEWED_AFTER = 0.8;

    private final ShopifyApi api;
    private final ShopifyJson.TokenRequest request;
    private final Clock clock;

    ShopifyAuth(Connection connection) {
        this.api = connection.openClient(ShopifyApi.class);
        this.request = new ShopifyJson.TokenRequest(
                "client_credentials",
                connection.settings().get("SHOPIFY_CLIENT_ID"),
                connection.settings().get("SHOPIFY_CLIENT_SECRET"));
        this.clock = connection.clock();
    }

    @Override
    public AccessToken fetch() {
        Instant asked = clock.instant();
        ShopifyJson.Token token = api.token(request);
        Instant renewAt =
                token.expiresIn() == null ? null : asked.plusSeconds((long) (token.expiresIn() * RENEWED_AFTER));
        return new AccessToken(HEADER, token.accessToken(), renewAt, null);
    }
}
