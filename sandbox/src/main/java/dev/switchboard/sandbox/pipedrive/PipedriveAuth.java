package dev.switchboard.sandbox.pipedrive;

import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An API token that never ends, and OAuth access tokens for an hour; a token in the query is none. */
final class PipedriveAuth {

    private static final String API_TOKEN = "pipedrive-sandbox-token";
    private static final String CLIENT = "pipedrive-sandbox-client:pipedrive-sandbox-secret";
    private static final String REFRESH_TOKEN = "pipedrive-sandbox-refresh";
    private static final String SCOPES = "base contacts:full deals:read activities:full search:read users:read";

    private final Tokens tokens;

    PipedriveAuth(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The refresh token is not rotated. */
    Answer token(Request request) {
        String expected = "Basic " + Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.UTF_8));
        if (!request.header("Authorization").orElse("").equals(expected)) {
            return refused(401, "Client authentication failed", "invalid_client");
        }
        if (!request.form("grant_type").orElse("").equals("refresh_token")) {
            return refused(400, "Grant type is not supported", "unsupported_grant_type");
        }
        if (!request.form("refresh_token").orElse("").equals(REFRESH_TOKEN)) {
            return refused(400, "Refresh token is invalid", "invalid_grant");
        }
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", tokens.issue("v1u:"))
                        .put("token_type", "bearer")
                        .put("refresh_token", REFRESH_TOKEN)
                        .put("scope", SCOPES)
                        .put("expires_in", tokens.lifetime().toSeconds())
                        .put("api_domain", request.baseUrl()));
    }

    void check(Request request) {
        if (signsInByApiToken(request)) {
            if (!request.header("x-api-token").orElse("").equals(API_TOKEN)) {
                throw PipedriveErrors.unauthorized();
            }
            return;
        }
        String credential = request.header("Authorization").orElse("");
        String token = credential.startsWith("Bearer ") ? credential.substring("Bearer ".length()) : "";
        switch (tokens.state(token)) {
            case VALID -> {}
            case EXPIRED -> throw new RefusedException(new Refusal.Unauthorized());
            case UNKNOWN -> throw PipedriveErrors.unauthorized();
        }
    }

    static boolean signsInByApiToken(Request request) {
        return request.header("x-api-token").isPresent();
    }

    private static Answer refused(int status, String message, String error) {
        return Answer.json(
                status,
                Json.object().put("success", "false").put("message", message).put("error", error));
    }
}
