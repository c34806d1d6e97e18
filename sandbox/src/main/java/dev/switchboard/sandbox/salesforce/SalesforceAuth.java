package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;

/** The token endpoint's two server-to-server flows, and the session check. */
final class SalesforceAuth {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String CLIENT_ID = "salesforce-sandbox-client";
    private static final String CLIENT_SECRET = "salesforce-sandbox-secret";
    private static final String USERNAME = "integration@example.com";
    private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");
    private static final long LONGEST_ASSERTION_SECONDS = 300;

    private final Tokens tokens;
    private final Clock clock;

    SalesforceAuth(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Answer token(Request request) {
        return switch (request.form("grant_type").orElse("")) {
            case JWT_BEARER -> byAssertion(request);
            case "client_credentials" -> byClientCredentials(request);
            default -> error("unsupported_grant_type", "grant type not supported");
        };
    }

    void check(Request request) {
        String credential = request.header("Authorization").orElse("");
        if (!credential.startsWith("Bearer ")) {
            throw new AnsweredException(SalesforceErrors.array(401, "INVALID_AUTH_HEADER", "INVALID_HEADER_TYPE"));
        }
        if (tokens.state(credential.substring("Bearer ".length())) != Tokens.State.VALID) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
    }

    private Answer byAssertion(Request request) {
        var verified = JwtAssertion.verify(request.form("assertion").orElse(""));
        if (verified.isEmpty()) {
            return error("invalid_grant", "invalid assertion");
        }
        ObjectNode claims = verified.get().claims();
        if (!claims.path("iss").asText().equals(CLIENT_ID)) {
            return error("invalid_client_id", "client identifier invalid");
        }
        String audience = claims.path("aud").asText();
        if (!AUDIENCES.contains(audience) && !audience.equals(request.baseUrl())) {
            return error("invalid_grant", "audience is invalid");
        }
        long remaining = claims.path("exp").asLong() - clock.instant().getEpochSecond();
        if (remaining <= 0 || remaining > LONGEST_ASSERTION_SECONDS) {
            return error("invalid_grant", "invalid assertion");
        }
        if (!claims.path("sub").asText().equals(USERNAME)) {
            return error("invalid_grant", "user hasn't approved this consumer");
        }
        return granted(request);
    }

    private Answer byClientCredentials(Request request) {
        String inBody = request.form("client_id").orElse("") + ":"
                + request.form("client_secret").orElse("");
        String sent = request.header("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> decode(header.substring("Basic ".length())))
                .orElse(inBody);
        if (!sent.startsWith(CLIENT_ID + ":")) {
            return error("invalid_client_id", "client identifier invalid");
        }
        return sent.equals(CLIENT_ID + ":" + CLIENT_SECRET)
                ? granted(request)
                : error("invalid_client", "invalid client credentials");
    }

    /** Neither {@code refresh_token} nor {@code expires_in}: the client has to find out. */
    private Answer granted(Request request) {
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", tokens.issue("00D5f0000000001!"))
                        .put("scope", "api")
                        .put("instance_url", request.baseUrl())
                        .put("id", "https://login.salesforce.com/id/00D5f0000000001EAA/0055f000000000001AAA")
                        .put("token_type", "Bearer")
                        .put("issued_at", String.valueOf(clock.instant().toEpochMilli()))
                        .put("signature", "c2FuZGJveA=="));
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Answer error(String code, String description) {
        return Answer.json(400, Json.object().put("error", code).put("error_description", description));
    }
}
