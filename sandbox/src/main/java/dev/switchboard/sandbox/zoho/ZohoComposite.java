package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.Switches;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Up to five requests in one. It has a scope of its own; the switch {@code no-composite-scope} takes it away. */
final class ZohoComposite {

    private static final int MOST = 5;

    private final Routes routes;
    private final Switches switches;

    ZohoComposite(Routes routes, Switches switches) {
        this.routes = routes;
        this.switches = switches;
    }

    Answer run(Request request) {
        if (switches.get("no-composite-scope").asBoolean()) {
            throw new AnsweredException(
                    ZohoErrors.answer(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL"));
        }
        JsonNode wishes = request.json().path("__composite_requests");
        if (!wishes.isArray() || wishes.isEmpty() || wishes.size() > MOST) {
            throw ZohoErrors.invalid(
                    "INVALID_DATA", "invalid data", Json.object().put("maximum_length", MOST));
        }
        ObjectNode body = Json.object();
        var answers = body.putArray("__composite_requests");
        wishes.forEach(wish -> answers.add(answered(request, wish)));
        return Answer.json(200, body);
    }

    private ObjectNode answered(Request request, JsonNode wish) {
        Answer answer = answer(request, wish);
        ObjectNode result = Json.object().put("code", "SUCCESS");
        ObjectNode response = result.putObject("details").putObject("response").put("status_code", answer.status());
        response.putObject("headers");
        if (!answer.body().isEmpty()) {
            response.set("body", Json.parse(answer.body()));
        }
        return result.put("message", "composite sub request executed successfully")
                .put("status", "success");
    }

    private Answer answer(Request request, JsonNode wish) {
        String path = "/" + ZohoAccounts.HOME + wish.path("uri").asText();
        String query = wish.path("params").properties().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue().asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Request part = new Request(
                request.baseUrl(),
                wish.path("method").asText(),
                path,
                query,
                Map.of("content-type", List.of("application/json")),
                wish.path("body").toString(),
                Map.of());
        try {
            return routes.answer(part)
                    .orElseGet(() -> ZohoErrors.answer(400, "NOT_SUPPORTED", "API not supported in composite"));
        } catch (AnsweredException refused) {
            return refused.answer();
        } catch (RefusedException refused) {
            return ZohoErrors.of(refused.refusal(), Instant.EPOCH);
        }
    }
}
