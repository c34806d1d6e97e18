package dev.switchboard.sandbox.servicenow;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The token endpoint with its four grants, and Basic. Asked again within a token's life, it gives the same token out. */
final class ServicenowAuth {

    static final String INTEGRATION_USER = "switchboard.integration";
    static final String AGENT = "beth.anglin";

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String CLIENT_ID = "servicenow-sandbox-client";
    private static final String CLIENT_SECRET = "servicenow-sandbox-secret";
    private static final String KEY_ID = "servicenow-sandbox-key";
    private static final Map<String, String> PASSWORDS = Map.of(
            INTEGRATION_USER, "servicenow-sandbox-password",
            AGENT, "servicenow-sandbox-agent");
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(100);

    private final Tokens tokens;
    private final Clock clock;
    private final Instance instance;
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> assertions = new HashSet<>();

    ServicenowAuth(Tokens tokens, Clock clock, Instance instance) {
        this.tokens = tokens;
        this.clock = clock;
        this.instance = instance;
    }

    /** A body that is no form is an error without a reason. */
    Answer token(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            return failed("server_error");
        }
        boolean client = sent(request, "client_id").equals(CLIENT_ID)
                && sent(request, "client_secret").equals(CLIENT_SECRET);
        boolean allowed = client
                && switch (sent(request, "grant_type")) {
                    case "client_credentials" -> !instance.isOn("without-client-credentials");
                    case "password" ->
                        !instance.isOn("without-password-grant")
                                && sent(request, "password").equals(PASSWORDS.get(sent(request, "username")));
                    case "refresh_token" -> tokens.state(sent(request, "refresh_token")) == Tokens.State.VALID;
                    case JWT_BEARER -> proved(sent(request, "assertion"));
                    default -> false;
                };
        return allowed ? granted(sent(request, "grant_type")) : failed("access_denied");
    }

    /** Who asks. A session's cookie leads to a node that does not know the caller. */
    String check(Request request) {
        String credential = request.header("Authorization").orElse("");
        if (request.header("Cookie").isPresent()) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        if (credential.startsWith("Basic ")) {
            return byPassword(credential.substring("Basic ".length()));
        }
        boolean valid = credential.startsWith("Bearer ")
                && tokens.state(credential.substring("Bearer ".length())) == Tokens.State.VALID;
        if (!valid) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        return INTEGRATION_USER;
    }

    void forget() {
        given.clear();
        ends.clear();
        assertions.clear();
    }

    private String byPassword(String encoded) {
        String[] pair = decoded(encoded).split(":", 2);
        if (pair.length != 2 || !pair[1].equals(PASSWORDS.get(pair[0]))) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        if (instance.isOn("basic-needs-mfa")) {
            throw new AnsweredException(
                    ServicenowErrors.of(new Refusal.Unauthorized()).withHeader("X-MFA_TOKEN", "invalid"));
        }
        return pair[0];
    }

    /** Each assertion is good once. */
    private boolean proved(String assertion) {
        Optional<JwtAssertion> verified = JwtAssertion.verify(assertion);
        if (verified.isEmpty() || !verified.get().header().path("kid").asText().equals(KEY_ID)) {
            return false;
        }
        ObjectNode claims = verified.get().claims();
        long now = clock.instant().getEpochSecond();
        return claims.path("iss").asText().equals(CLIENT_ID)
                && claims.path("aud").asText().equals(CLIENT_ID)
                && claims.path("sub").asText().equals(INTEGRATION_USER)
                && claims.path("exp").asLong() > now
                && claims.path("iat").asLong() <= now
                && !claims.path("jti").asText().isEmpty()
                && assertions.add(claims.path("jti").asText());
    }

    private Answer granted(String grant) {
        String kept = given.getOrDefault(grant, "");
        String token = tokens.state(kept) == Tokens.State.VALID ? kept : issued(grant);
        ObjectNode body = Json.object()
                .put("access_token", token)
                .put("scope", "useraccount")
                .put("token_type", "Bearer")
                .put(
                        "expires_in",
                        Duration.between(clock.instant(), ends.getOrDefault(token, Instant.EPOCH))
                                .toSeconds());
        if (!grant.equals("client_credentials")) {
            body.put("refresh_token", tokens.issue("refresh-", REFRESH_LIFETIME));
        }
        return Answer.json(200, body);
    }

    private String issued(String grant) {
        String token = tokens.issue("sn-");
        given.put(grant, token);
        ends.put(token, clock.instant().plus(tokens.lifetime()));
        return token;
    }

    private static Answer failed(String error) {
        return Answer.json(401, Json.object().put("error", error).put("error_description", error));
    }

    private static String sent(Request request, String name) {
        return request.form(name).orElse("");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
