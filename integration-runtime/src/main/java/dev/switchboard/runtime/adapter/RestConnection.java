package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.card.IntegrationCard;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.impl.PreservesThreadClientResponseFilter;
import org.jspecify.annotations.Nullable;

/** A connection over Quarkus REST clients. */
final class RestConnection implements Connection {
    private static final Logger LOG = Logger.getLogger(RestConnection.class);
    private static final int FAILING = 400;
    private static final long CONNECT_TIMEOUT_MILLIS = 3_000;
    /** Below the time after which servers and balancers close an idle connection, so that none is closed under a request. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final IntegrationCard card;
    private final Settings settings;
    private final FailureReader failures;
    private final Clock clock;
    private final HttpLimits limits;
    private final URI baseUrl;
    private @Nullable Tokens tokens;
    private AllowanceReader allowances = AllowanceReader.NONE;
    private Consumer<Allowance> allowed = _ -> {};

    RestConnection(IntegrationCard card, Settings settings, FailureReader failures, Clock clock, HttpLimits limits) {
        this.card = card;
        this.settings = settings;
        this.failures = failures;
        this.clock = clock;
        this.limits = limits;
        this.baseUrl = settings.baseUrl();
    }

    void authorizeBy(Tokens tokens) {
        this.tokens = tokens;
    }

    void tellAllowances(AllowanceReader reader, Consumer<Allowance> to) {
        this.allowances = reader;
        this.allowed = to;
    }

    @Override
    public IntegrationCard card() {
        return card;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public <A> A client(Class<A> api) {
        return builder().register(new Authorizing()).build(api);
    }

    @Override
    public <A> A openClient(Class<A> api) {
        return builder().build(api);
    }

    @Override
    public AccessToken token() {
        return signedIn().current();
    }

    @Override
    public void renew(AccessToken refused) {
        signedIn().renew(refused);
    }

    private Tokens signedIn() {
        Tokens signedIn = tokens;
        if (signedIn == null) {
            throw new IllegalStateException("The provider of " + card.id() + " calls the system while it connects");
        }
        return signedIn;
    }

    private QuarkusRestClientBuilder builder() {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(baseUrl)
                .connectTimeout(CONNECT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(limits.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .property("io.quarkus.rest.client.connection-pool-size", limits.connections())
                .property("io.quarkus.rest.client.connection-ttl", KEEP_ALIVE_SECONDS)
                .followRedirects(false)
                .register(new Listening())
                .register(new Failing());
    }

    private void listen(VendorAnswer answer) {
        try {
            allowances.allowancesIn(answer).forEach(allowed);
        } catch (IllegalArgumentException notANumber) {
            LOG.debugf("Quota of %s cannot be read: %s", card.id(), notANumber.getMessage());
        }
    }

    private static VendorAnswer answer(int status, MultivaluedMap<String, String> headers, String body) {
        Map<String, String> first = new HashMap<>();
        headers.forEach((name, values) -> first.put(name, values.getFirst()));
        return new VendorAnswer(status, first, body);
    }

    /** Hears from every answer that succeeds how much of the quota is left; too little work to change the thread for it. */
    private final class Listening implements PreservesThreadClientResponseFilter {
        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            // Without an answer there are no headers either.
            if (response.getHeaders() != null && response.getStatus() < FAILING) {
                listen(answer(response.getStatus(), response.getHeaders(), ""));
            }
        }
    }

    /** Adds the token, and sends the request to the host the token is good for. */
    private final class Authorizing implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            AccessToken token = token();
            request.getHeaders().putSingle(token.header(), token.value());
            URI host = token.baseUrl();
            if (host != null && !host.equals(baseUrl)) {
                request.setUri(URI.create(host
                        + request.getUri()
                                .toString()
                                .substring(baseUrl.toString().length())));
            }
        }
    }

    /** Turns a failing answer into the one exception; it too tells how much of the quota is left. */
    private final class Failing implements ResponseExceptionMapper<IntegrationException> {
        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= FAILING;
        }

        @Override
        public IntegrationException toThrowable(Response response) {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            VendorAnswer answer = answer(response.getStatus(), response.getStringHeaders(), body == null ? "" : body);
            listen(answer);
            return new IntegrationException(card.id(), "answer", failures.read(answer, clock.instant()));
        }
    }
}
