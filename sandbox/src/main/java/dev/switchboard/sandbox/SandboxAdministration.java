package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What {@link Sandbox} offers to tests, offered to other processes over HTTP below {@code /_sandbox}. */
final class SandboxAdministration implements HttpHandler {

    private final Sandbox sandbox;
    private final Clock clock;
    private final Routes routes;

    SandboxAdministration(Sandbox sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.routes = new Routes()
                .get("/health", request -> health())
                .post("/reset", request -> done(sandbox::reset))
                .put("/webhooks", this::sendWebhooks)
                .get("/{system}/webhooks", this::webhooks)
                .post("/{system}/reset", request -> done(() -> sandbox.reset(system(request))))
                .get("/{system}/records/{type}", this::records)
                .post("/{system}/records/{type}", this::addRecord)
                .get("/{system}/exchanges", this::exchanges)
                .post("/{system}/faults", this::addFault)
                .delete(
                        "/{system}/faults",
                        request -> done(() -> sandbox.faults(system(request)).clear()))
                .put("/{system}/switches/{name}", this::setSwitch)
                .post("/{system}/expire-tokens", request -> done(() -> sandbox.expireTokens(system(request))));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Exchanges.write(exchange, answer(Exchanges.read(exchange, "/_sandbox", "")));
        }
    }

    private Answer answer(Request request) {
        try {
            Optional<Routes.Match> match = routes.match(request);
            return match.map(found -> found.route().handler().answer(found.request()))
                    .orElseGet(() -> problem(404, "no such path: " + request.path()));
        } catch (RefusedException e) {
            return problem(400, e.refusal().toString());
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer health() {
        ObjectNode body =
                Json.object().put("status", "UP").put("at", clock.instant().toString());
        ArrayNode systems = body.putArray("systems");
        sandbox.systems().forEach(systems::add);
        return Answer.json(200, body);
    }

    private Answer sendWebhooks(Request request) {
        String target = request.json().path("target").asText();
        return done(() -> sandbox.sendWebhooksTo(URI.create(target)));
    }

    private Answer webhooks(Request request) {
        ArrayNode body = Json.array();
        sandbox.webhooks(system(request)).forEach(sent -> body.add(Json.tree(sent)));
        return Answer.json(200, body);
    }

    private Answer records(Request request) {
        return Answer.json(200, Json.array(sandbox.records(system(request), request.parameter("type"))));
    }

    private Answer addRecord(Request request) {
        JsonNode created = sandbox.addRecord(system(request), request.parameter("type"), request.json());
        return Answer.json(201, created);
    }

    private Answer exchanges(Request request) {
        ArrayNode body = Json.array();
        sandbox.exchanges(system(request)).forEach(exchange -> body.add(Json.tree(exchange)));
        return Answer.json(200, body);
    }

    private Answer addFault(Request request) {
        ObjectNode wish = request.json();
        Fault fault = Fault.of(Fault.Kind.valueOf(
                wish.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')));
        if (wish.hasNonNull("times")) {
            fault = fault.times(wish.get("times").asInt());
        }
        if (wish.hasNonNull("delayMillis")) {
            fault = fault.withDelay(Duration.ofMillis(wish.get("delayMillis").asLong()));
        }
        if (wish.hasNonNull("retryAfterSeconds")) {
            fault = fault.withRetryAfter(
                    Duration.ofSeconds(wish.get("retryAfterSeconds").asLong()));
        }
        if (wish.hasNonNull("path")) {
            fault = fault.onPath(wish.get("path").asText());
        }
        if (wish.hasNonNull("method")) {
            fault = fault.onMethod(wish.get("method").asText());
        }
        sandbox.faults(system(request))
                .add(wish.path("tokenEndpoint").asBoolean() ? fault.onTokenEndpointToo() : fault);
        return Answer.empty(204);
    }

    private Answer setSwitch(Request request) {
        JsonNode value = request.json().path("value");
        return done(() -> sandbox.switches(system(request)).set(request.parameter("name"), value));
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.empty(204);
    }

    private static Answer problem(int status, String message) {
        return Answer.json(status, Json.object().put("error", message));
    }

    private static String system(Request request) {
        return request.parameter("system");
    }
}
