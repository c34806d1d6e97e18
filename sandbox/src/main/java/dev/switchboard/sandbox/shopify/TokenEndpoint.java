package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Tokens;
import java.util.List;
import java.util.function.Supplier;

/** Gives tokens to the app of the store's own organisation; takes a form as well as JSON. */
final class TokenEndpoint {

    private static final String CLIENT_ID = "shopify-sandbox-client";
    private static final String CLIENT_SECRET = "shopify-sandbox-secret";

    private final Tokens tokens;
    private final Switches switches;
    private final Supplier<List<String>> scopes;

    TokenEndpoint(Tokens tokens, Switches switches, Supplier<List<String>> scopes) {
        this.tokens = tokens;
        this.switches = switches;
        this.scopes = scopes;
    }

    Answer answer(Request request) {
        ObjectNode fields = fields(request);
        if (switches.get("shop-not-permitted").asBoolean()) {
            // A page for people, where a program expects JSON.
            return Answer.text(
                    400,
                    "text/html; charset=utf-8",
                    "<html><body><p>Oauth error shop_not_permitted: Client credentials cannot be performed on this"
                            + " shop.</p></body></html>");
        }
        if (!fields.path("grant_type").asText().equals("client_credentials")) {
            return error("unsupported_grant_type", "The grant type is not supported");
        }
        if (!fields.path("client_id").asText().equals(CLIENT_ID)
                || !fields.path("client_secret").asText().equals(CLIENT_SECRET)) {
            return error("invalid_client", "The client id or secret is wrong");
        }
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", tokens.issue("shpat_"))
                        .put("scope", String.join(",", scopes.get()))
                        .put("expires_in", tokens.lifetime().toSeconds()));
    }

    private static ObjectNode fields(Request request) {
        if (request.header("Content-Type").orElse("").startsWith("application/json")) {
            return request.json();
        }
        ObjectNode fields = Json.object();
        request.form().forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }

    private static Answer error(String code, String description) {
        return Answer.json(400, Json.object().put("error", code).put("error_description", description));
    }
}
