package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.Tokens;
import dev.switchboard.sandbox.VendorSandbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A Shopify store with one app. Records: {@code orders}, {@code customers}, {@code products}, {@code jobs}; added ones
 * look like the entries of {@code seed.json}. Switches: {@code read-all-orders} (true shows orders older than 60 days),
 * {@code shop-not-permitted} (true puts the app outside the store's organisation).
 */
public final class ShopifySandbox extends VendorSandbox {

    /** What a store has that once made a custom app in its admin; such a token never ends. */
    static final String STATIC_TOKEN = "shpat_sandbox";

    private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(86_399);

    private final CostBucket bucket;
    private final ShopDocuments documents;
    private final AdminApi adminApi;

    public ShopifySandbox(Clock clock) {
        super("shopify", clock, TOKEN_LIFETIME);
        bucket = new CostBucket(clock);
        documents = new ShopDocuments(records(), clock, switches());
        adminApi = new AdminApi(documents, bucket);
    }

    @Override
    protected void routes(Routes routes) {
        var tokenEndpoint = new TokenEndpoint(tokens(), switches(), documents::scopes);
        routes.token("/admin/oauth/access_token", tokenEndpoint::answer)
                .post("/admin/api/{version}/graphql.json", this::execute);
    }

    @Override
    protected void seed() {
        Seed.fill(records(), clock().instant());
    }

    @Override
    protected void forget() {
        bucket.refill();
    }

    @Override
    protected void authorize(Request request) {
        Optional<String> token = request.header("X-Shopify-Access-Token");
        if (token.filter(this::isAccepted).isEmpty()) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized() ->
                error(401, "[API] Invalid API key or access token (unrecognized login or wrong password)");
            case Refusal.Forbidden() -> error(403, "[API] This app is not approved to access this shop.");
            // Shopify throttles inside a successful answer, never with a 429.
            case Refusal.RateLimited limited ->
                Answer.json(
                        200,
                        adminApi.throttled(
                                Optional.ofNullable(limited.retryAfter()).orElse(Duration.ofMillis(50))));
            case Refusal.ServerError() -> error(500, "Internal Server Error");
            case Refusal.NotFound ignored -> error(404, "Not Found");
            case Refusal.MethodNotAllowed ignored -> error(405, "Method Not Allowed");
            case Refusal.UnsupportedMediaType ignored -> error(415, "Unsupported Media Type");
            case Refusal.InvalidJson ignored -> error(400, "Bad Request");
        };
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return Seed.add(records(), clock().instant(), type, fields);
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        Answer traced = answer.withHeader("x-request-id", UUID.randomUUID().toString());
        return ApiVersion.inPath(request.path())
                .flatMap(ApiVersion::served)
                .map(served -> traced.withHeader("X-Shopify-API-Version", served))
                .orElse(traced);
    }

    private Answer execute(Request request) {
        if (ApiVersion.served(request.parameter("version")).isEmpty()) {
            return error(404, "Not Found");
        }
        return adminApi.answer(request.json());
    }

    private boolean isAccepted(String token) {
        return token.equals(STATIC_TOKEN) || tokens().state(token) == Tokens.State.VALID;
    }

    /** Outside GraphQL {@code errors} is one text, not a list. */
    private static Answer error(int status, String text) {
        return Answer.json(status, Json.object().put("errors", text));
    }
}
