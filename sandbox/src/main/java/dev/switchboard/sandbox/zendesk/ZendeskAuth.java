package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** OAuth client credentials with scopes, and the API tokens that are being retired. */
final class ZendeskAuth {

    private static final String CLIENT_ID = "zendesk-sandbox-client";
    private static final String CLIENT_SECRET = "zendesk-sandbox-secret";
    private static final String LEGACY_CREDENTIAL = "agent@example.com/token:zendesk-sandbox-token";
    private static final Set<String> RESOURCES = Set.of("tickets", "users", "organizations", "hc", "webhooks");
    private static final long SHORTEST_LIFETIME = 300;
    private static final long LONGEST_LIFETIME = 172_800;

    private final Tokens tokens;
    private final Map<String, Set<String>> scopesByToken = new ConcurrentHashMap<>();

    ZendeskAuth(Tokens tokens) {
        this.tokens = tokens;
    }

    Answer token(Request request) {
        ObjectNode wish = request.json();
        if (!wish.path("grant_type").asText().equals("client_credentials")) {
            return oauthError(400, "unsupported_grant_type", "The authorization grant type is not supported.");
        }
        if (!wish.path("client_id").asText().equals(CLIENT_ID)
                || !wish.path("client_secret").asText().equals(CLIENT_SECRET)) {
            return oauthError(401, "invalid_client", "Client authentication failed due to unknown client.");
        }
        Duration lifetime = lifetime(wish);
        Set<String> granted = granted(wish.path("scope").asText("read write"));
        String token = tokens.issue("zd-", lifetime);
        scopesByToken.put(token, granted);
        return Answer.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("token_type", "bearer")
                        .put("scope", String.join(" ", granted))
                        .put("expires_in", lifetime.toSeconds()));
    }

    void check(Request request) {
        String credential = request.header("Authorization").orElse("");
        if (credential.startsWith("Basic ")) {
            checkLegacy(credential.substring("Basic ".length()).strip());
            return;
        }
        if (!credential.startsWith("Bearer ")) {
            throw new AnsweredException(ZendeskErrors.couldNotAuthenticate());
        }
        String token = credential.substring("Bearer ".length()).strip();
        if (tokens.state(token) != Tokens.State.VALID) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
        checkScope(request, scopesByToken.getOrDefault(token, Set.of()));
    }

    boolean isAuthenticated(Request request) {
        return request.header("Authorization").isPresent();
    }

    void forget() {
        scopesByToken.clear();
    }

    private static void checkLegacy(String encoded) {
        String expected = Base64.getEncoder().encodeToString(LEGACY_CREDENTIAL.getBytes(StandardCharsets.UTF_8));
        if (!encoded.equals(expected)) {
            throw new AnsweredException(ZendeskErrors.couldNotAuthenticate());
        }
    }

    private static void checkScope(Request request, Set<String> granted) {
        String verb = request.method().equals("GET") ? "read" : "write";
        String[] segments = request.path().split("/", -1);
        String place = segments.length > 3 ? segments[3] : "";
        String resource = place.equals("help_center")
                ? "hc"
                : List.of("search", "uploads").contains(place) ? "tickets" : place;
        if (RESOURCES.contains(resource) && !granted.contains(verb) && !granted.contains(resource + ":" + verb)) {
            throw new RefusedException(new Refusal.Forbidden());
        }
    }

    /** Zendesk drops a scope it does not know without a word; the calls that need it fail later. */
    private static Set<String> granted(String asked) {
        return Arrays.stream(asked.split("\\s+", -1))
                .filter(ZendeskAuth::isKnown)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isKnown(String scope) {
        List<String> parts = List.of(scope.split(":", 2));
        boolean verb = Set.of("read", "write").contains(parts.getLast());
        return verb && (parts.size() == 1 || RESOURCES.contains(parts.getFirst()));
    }

    private Duration lifetime(ObjectNode wish) {
        if (!wish.hasNonNull("expires_in")) {
            return tokens.lifetime();
        }
        long seconds = wish.get("expires_in").asLong();
        if (seconds < SHORTEST_LIFETIME || seconds > LONGEST_LIFETIME) {
            throw new AnsweredException(
                    oauthError(400, "invalid_request", "expires_in must be between 300 and 172800 seconds."));
        }
        Duration asked = Duration.ofSeconds(seconds);
        return asked.compareTo(tokens.lifetime()) < 0 ? asked : tokens.lifetime();
    }

    private static Answer oauthError(int status, String error, String description) {
        return Answer.json(status, Json.object().put("error", error).put("error_description", description));
    }
}
