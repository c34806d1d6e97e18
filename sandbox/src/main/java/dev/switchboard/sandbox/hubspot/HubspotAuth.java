package dev.switchboard.sandbox.hubspot;

import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Tokens;

/** A service key that never ends, and OAuth access tokens that live 30 minutes. */
final class HubspotAuth {

    private static final String SERVICE_KEY = "hubspot-sandbox-key";
    private static final String CLIENT_ID = "hubspot-sandbox-client";
    private static final String CLIENT_SECRET = "hubspot-sandbox-secret";
    private static final String REFRESH_TOKEN = "hubspot-sandbox-refresh";

    private final Tokens tokens;

    HubspotAuth(Tokens tokens) {
        this.tokens = tokens;
    }

    Answer token(Request request) {
        if (!request.form("client_id").orElse("").equals(CLIENT_ID)
                || !request.form("client_secret").orElse("").equals(CLIENT_SECRET)) {
            return refused("BAD_CLIENT_ID", "missing or unknown client id or secret");
        }
        if (!request.form("grant_type").orElse("").equals("refresh_token")) {
            return refused("BAD_GRANT_TYPE", "missing or unknown grant type");
        }
        if (!request.form("refresh_token").orElse("").equals(REFRESH_TOKEN)) {
            return refused("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
        }
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", tokens.issue("hs-"))
                        .put("refresh_token", REFRESH_TOKEN)
                        .put("expires_in", tokens.lifetime().toSeconds())
                        .put("token_type", "bearer"));
    }

    void check(Request request) {
        String credential = request.header("Authorization").orElse("");
        String token = credential.startsWith("Bearer ") ? credential.substring("Bearer ".length()) : "";
        if (token.equals(SERVICE_KEY)) {
            return;
        }
        switch (tokens.state(token)) {
            case VALID -> {}
            case EXPIRED -> throw new RefusedException(new Refusal.Unauthorized());
            case UNKNOWN ->
                throw new AnsweredException(HubspotErrors.answer(
                        401,
                        "INVALID_AUTHENTICATION",
                        "Authentication credentials not found. This API supports OAuth 2.0 authentication."));
        }
    }

    private static Answer refused(String status, String message) {
        return Answer.json(400, Json.object().put("status", status).put("message", message));
    }
}
