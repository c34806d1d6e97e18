package dev.switchboard.crm.zoho;

import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Settings;
import dev.switchboard.runtime.adapter.VendorAnswer;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** To the sandbox, with a clock of the test's own. */
final class SandboxConnection implements Connection {
    private final Clock clock;
    private @Nullable AccessToken token;

    SandboxConnection(Clock clock) {
        this.clock = clock;
    }

    @Override
    public IntegrationCard card() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI baseUrl() {
        return URI.create(setting("ZOHO_BASE_URL") + "/eu");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public <A> A client(Class<A> api) {
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", token().value());
        return builder().register(authorized).build(api);
    }

    @Override
    public <A> A openClient(Class<A> api) {
        return builder().build(api);
    }

    @Override
    public AccessToken token() {
        AccessToken known = token;
        if (known == null) {
            String accounts = setting("ZOHO_ACCOUNTS_URL");
            known = new ZohoAuth(
                            () -> openClient(ZohoApi.class)
                                    .byRefreshToken(
                                            accounts,
                                            "refresh_token",
                                            setting("ZOHO_CLIENT_ID"),
                                            setting("ZOHO_CLIENT_SECRET"),
                                            setting("ZOHO_REFRESH_TOKEN")),
                            new ZohoAuth.Hosts(URI.create(accounts), baseUrl(), null),
                            clock)
                    .fetch();
            token = known;
        }
        return known;
    }

    @Override
    public void renew(AccessToken refused) {
        token = null;
    }

    private QuarkusRestClientBuilder builder() {
        return QuarkusRestClientBuilder.newBuilder().baseUri(baseUrl()).register(new Refused());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** As the runtime's clients do it. */
    private static final class Refused implements ResponseExceptionMapper<IntegrationException> {
        @Override
        public IntegrationException toThrowable(Response response) {
            VendorAnswer answer = new VendorAnswer(response.getStatus(), Map.of(), response.readEntity(String.class));
            return new IntegrationException("zoho", "answer", new ZohoFailures().read(answer, Instant.EPOCH));
        }
    }
}
