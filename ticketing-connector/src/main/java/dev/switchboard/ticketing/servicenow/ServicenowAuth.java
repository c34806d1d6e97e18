package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.ws.rs.core.Form;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The four ways to sign in: https://www.servicenow.com/docs/bundle/australia-platform-security/page/administer/security/concept/c_OAuthApplications.html.
 */
final class ServicenowAuth implements Authorization.TokenSource {
    private static final String WAYS = "client_credentials|jwt|password|basic";

    private final ServicenowApi api;
    private final Clock clock;
    private final String clientId;
    private final String clientSecret;
    private final Supplier<Form> grant;
    private volatile @Nullable String refreshToken;

    private ServicenowAuth(Connection connection, Supplier<Form> grant) {
        this.api = connection.openClient(ServicenowApi.class);
        this.clock = connection.clock();
        this.clientId = connection.settings().get("SERVICENOW_CLIENT_ID");
        this.clientSecret = connection.settings().get("SERVICENOW_CLIENT_SECRET");
        this.grant = grant;
    }

    /** The way {@code SERVICENOW_AUTH} names; else the first one whose own settings are there. */
    static Authorization of(Connection connection) {
        Settings settings = connection.settings();
        String way = settings.find("SERVICENOW_AUTH").isPresent()
                ? settings.get("SERVICENOW_AUTH", WAYS, "client_credentials, jwt, password or basic")
                : likeliest(settings);
        return switch (way) {
            case "client_credentials" -> renewed(connection, () -> form("client_credentials"));
            case "jwt" -> {
                JwtAssertions assertions = JwtAssertions.of(connection);
                yield renewed(connection, () -> form(JwtAssertions.GRANT).param("assertion", assertions.next()));
            }
            case "password" -> {
                String username = settings.get("SERVICENOW_USERNAME");
                String password = settings.get("SERVICENOW_PASSWORD");
                yield renewed(
                        connection,
                        () -> form("password").param("username", username).param("password", password));
            }
            default -> Authorization.basic(settings.get("SERVICENOW_USERNAME"), settings.get("SERVICENOW_PASSWORD"));
        };
    }

    @Override
    public AccessToken fetch() {
        String refresh = refreshToken;
        if (refresh == null) {
            return granted(grant.get());
        }
        refreshToken = null;
        try {
            return granted(form("refresh_token").param("refresh_token", refresh));
        } catch (IntegrationException refused) {
            if (refused.failure() instanceof Failure.AuthExpired) {
                return granted(grant.get());
            }
            throw refused;
        }
    }

    private AccessToken granted(Form form) {
        Instant asked = clock.instant();
        ServicenowJson.Token token = api.token(form.param("client_id", clientId).param("client_secret", clientSecret));
        refreshToken = token.refreshToken();
        return AccessToken.bearer(token.accessToken(), renewAt(asked, token.expiresIn()));
    }

    /** Not before its end: until then the instance gives the same token out again. */
    private static @Nullable Instant renewAt(Instant asked, @Nullable Long seconds) {
        return seconds == null ? null : asked.plusSeconds(Math.max(1, seconds));
    }

    private static Authorization renewed(Connection connection, Supplier<Form> grant) {
        return new Authorization.Renewed(new ServicenowAuth(connection, grant));
    }

    private static Form form(String grantType) {
        return new Form("grant_type", grantType);
    }

    private static String likeliest(Settings settings) {
        if (settings.find("SERVICENOW_JWT_KEY").isPresent()) {
            return "jwt";
        }
        boolean client = settings.find("SERVICENOW_CLIENT_ID").isPresent()
                && settings.find("SERVICENOW_CLIENT_SECRET").isPresent();
        return client ? "client_credentials" : "basic";
    }
}
