package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import java.time.Clock;
import java.time.Duration;

/**
 * One business number on WhatsApp. Records: {@code messages} (sent ones with {@code to}, {@code status} and
 * {@code errors}; an added one is received and opens the 24-hour window of its {@code from}), {@code reads},
 * {@code media} (add with {@code mime_type} and {@code content}), {@code templates} (add with {@code name},
 * {@code language}, {@code parameters}). Switches: {@code token-expired}, {@code require-app-secret}.
 */
public final class WhatsappSandbox extends VendorSandbox {

    static final String PHONE_NUMBER_ID = "106540352242922";
    static final String BUSINESS_NUMBER = "14155550111";
    static final String ACCESS_TOKEN = "whatsapp-sandbox-token";
    static final String APP_SECRET = "meta-sandbox-secret";

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(60);

    private final GraphAccess access;
    private final PairRate pairRate;
    private final Outbox outbox;
    private final Media media;

    public WhatsappSandbox(Clock clock) {
        super("whatsapp", clock, TOKEN_LIFETIME);
        access = new GraphAccess(tokens(), switches());
        pairRate = new PairRate(clock);
        outbox = new Outbox(records(), clock, pairRate);
        media = new Media(records(), clock);
    }

    @Override
    protected void routes(Routes routes) {
        routes.post("/{version}/{id}/messages", request -> outbox.answer(ownNumber(request)))
                .post("/{version}/{id}/media", request -> media.upload(ownNumber(request)))
                .get("/{version}/{id}", this::read)
                .delete("/{version}/{id}", request -> media.delete(versioned(request)))
                .get("/whatsapp_business/attachments/{id}", media::download);
    }

    /** Sarah wrote an hour ago, and two templates are approved. */
    @Override
    protected void seed() {
        long anHourAgo = clock().instant().minus(Duration.ofHours(1)).getEpochSecond();
        ObjectNode hello = Json.object().put("from", "14155550100").put("timestamp", Long.toString(anHourAgo));
        hello.put("type", "text").putObject("text").put("body", "Hello");
        addRecord("messages", hello);
        addRecord("templates", Json.object("{\"name\": \"hello_world\", \"language\": \"en_US\", \"parameters\": 0}"));
        addRecord("templates", Json.object("{\"name\": \"order_update\", \"language\": \"en_US\", \"parameters\": 2}"));
    }

    @Override
    protected void forget() {
        pairRate.forget();
    }

    @Override
    protected void authorize(Request request) {
        access.check(request);
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized() ->
                GraphError.answer(401, 190, 463, "Error validating access token: Session has expired");
            case Refusal.Forbidden() ->
                GraphError.answer(403, 10, "(#10) Application does not have permission for this action");
            // This vendor gives no hint when to come back.
            case Refusal.RateLimited ignored -> GraphError.answer(429, 130_429, "(#130429) Rate limit hit");
            case Refusal.ServerError() -> GraphError.answer(500, 131_000, "(#131000) Something went wrong");
            case Refusal.NotFound missing ->
                GraphError.answer(400, 2_500, "Unknown path components: " + missing.path());
            case Refusal.MethodNotAllowed wrong ->
                GraphError.answer(400, 100, "Unsupported " + GraphAccess.lower(wrong.method()) + " request");
            case Refusal.UnsupportedMediaType ignored ->
                GraphError.answer(400, 100, "(#100) The parameter messaging_product is required.");
            case Refusal.InvalidJson ignored -> GraphError.answer(400, 100, "(#100) Invalid JSON in the request body");
        };
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return switch (type) {
            case "messages" -> outbox.received(fields);
            case "media" -> media.add(fields);
            case "templates" ->
                records()
                        .put(
                                type,
                                fields.path("name").asText() + "/"
                                        + fields.path("language").asText(),
                                fields);
            default -> throw new IllegalArgumentException("nobody can add " + type);
        };
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        return GraphAccess.version(request.path())
                .map(version -> answer.withHeader("facebook-api-version", version))
                .orElse(answer);
    }

    private Answer read(Request request) {
        String id = versioned(request).parameter("id");
        return id.equals(PHONE_NUMBER_ID) ? BusinessNumber.answer(request) : media.describe(request);
    }

    private static Request ownNumber(Request request) {
        String id = versioned(request).parameter("id");
        if (!id.equals(PHONE_NUMBER_ID)) {
            throw GraphError.unknownObject("post", id);
        }
        return request;
    }

    private static Request versioned(Request request) {
        if (GraphAccess.version(request.path()).isEmpty()) {
            throw GraphError.invalid("Invalid version format: " + request.parameter("version"));
        }
        return request;
    }
}
