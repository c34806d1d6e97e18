package dev.switchboard.crm.zoho;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization.TokenSource;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens, each good for an hour. Zoho gives about ten of them in ten minutes and then none for a while, to none of the
 * company's replicas; who keeps asking stays locked out. So nobody asks again before a pause that doubles.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/refresh.html">Refresh access tokens</a>
 */
final class ZohoAuth implements TokenSource {
    private static final String PATH = "/oauth/v2/token";
    private static final String SCOPES = "ZohoCRM.modules.ALL,ZohoCRM.coql.READ,ZohoCRM.composite_requests.CUSTOM,"
            + "ZohoCRM.settings.fields.READ,ZohoCRM.notifications.ALL,ZohoSearch.securesearch.READ";
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** No token lives for a day; what claims to is told in milliseconds, as old clients know it. */
    private static final long MILLISECONDS_FROM = 86_400;

    /** When the answer does not tell: fetching one for each request would lock everybody out. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static final double RENEWED_AT = 5.0 / 6;

    private final Supplier<ZohoJson.Token> tokens;
    private final Hosts hosts;
    private final Clock clock;
    private Instant notBefore = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    ZohoAuth(Supplier<ZohoJson.Token> tokens, Hosts hosts, Clock clock) {
        this.tokens = tokens;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** By the refresh token; without one by client credentials for the organization. */
    static TokenSource of(Connection connection) {
        Settings settings = connection.settings();
        ZohoApi api = connection.openClient(ZohoApi.class);
        Hosts hosts = Hosts.of(connection);
        String accounts = hosts.accounts().toString();
        String id = settings.get("ZOHO_CLIENT_ID");
        String secret = settings.get("ZOHO_CLIENT_SECRET");
        Optional<String> refreshToken = settings.find("ZOHO_REFRESH_TOKEN");
        if (refreshToken.isPresent()) {
            return new ZohoAuth(
                    () -> api.byRefreshToken(accounts, "refresh_token", id, secret, refreshToken.get()),
                    hosts,
                    connection.clock());
        }
        String organization = "ZohoCRM." + settings.get("ZOHO_ORG_ID", "[0-9]{1,20}", "the organization's number");
        return new ZohoAuth(
                () -> api.byClientCredentials(accounts, "client_credentials", id, secret, organization, SCOPES),
                hosts,
                connection.clock());
    }

    /** One caller at a time. */
    @Override
    public AccessToken fetch() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw refused(new Failure.RateLimited(null, Duration.between(now, notBefore)));
        }
        try {
            AccessToken token = granted(tokens.get(), now);
            pause = FIRST_PAUSE;
            return token;
        } catch (IntegrationException failed) {
            if (failed.failure() instanceof Failure.RateLimited limited) {
                throw refused(new Failure.RateLimited(limited.httpStatus(), pauseFrom(now)));
            }
            throw failed;
        }
    }

    private Duration pauseFrom(Instant now) {
        Duration until = pause;
        notBefore = now.plus(until);
        pause = until.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? until.multipliedBy(2) : LONGEST_PAUSE;
        return until;
    }

    /** A refusal may come with status 200: only a token says that there is one. */
    private AccessToken granted(ZohoJson.Token token, Instant now) {
        if (token.accessToken() == null) {
            throw refused(
                    token.error() == null ? new Failure.Malformed(200) : ZohoFailures.refusedToken(200, token.error()));
        }
        Instant renewAt = now.plusMillis((long) (lifetime(token.expiresIn()).toMillis() * RENEWED_AT));
        return new AccessToken(
                "Authorization", "Zoho-oauthtoken " + token.accessToken(), renewAt, hosts.api(token.apiDomain()));
    }

    private static Duration lifetime(long expiresIn) {
        if (expiresIn <= 0) {
            return AN_HOUR;
        }
        return expiresIn > MILLISECONDS_FROM ? Duration.ofMillis(expiresIn) : Duration.ofSeconds(expiresIn);
    }

    private static IntegrationException refused(Failure failure) {
        return new IntegrationException("zoho", PATH, failure);
    }

    /**
     * Where tokens come from, and where requests go when the token does not say so.
     *
     * @param fixed where they go whatever the token says; null when it decides
     */
    record Hosts(URI accounts, URI otherwise, @Nullable URI fixed) {
        private static final String ADDRESS = "https?://[^\\s/]+(/[^\\s]*)?";

        static Hosts of(Connection connection) {
            Settings settings = connection.settings();
            ZohoDataCentre home = ZohoDataCentre.of(
                    settings.get("ZOHO_DC", ZohoDataCentre.PATTERN, "one of us, eu, in, au, jp, cn, ca, sa, uk"));
            boolean standard =
                    connection.baseUrl().toString().equals(connection.card().baseUrl());
            return new Hosts(
                    address(settings, "ZOHO_ACCOUNTS_URL").orElseGet(home::accounts),
                    standard ? home.api() : connection.baseUrl(),
                    address(settings, "ZOHO_API_DOMAIN").orElse(null));
        }

        URI api(@Nullable String told) {
            if (fixed != null) {
                return fixed;
            }
            return told == null ? otherwise : address(told);
        }

        private static Optional<URI> address(Settings settings, String name) {
            return settings.find(name).map(_ -> address(settings.get(name, ADDRESS, "an address")));
        }

        private static URI address(String text) {
            return URI.create(text.strip().replaceFirst("/+$", ""));
        }
    }
}
