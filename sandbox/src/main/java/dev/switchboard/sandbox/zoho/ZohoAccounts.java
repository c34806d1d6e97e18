package dev.switchboard.sandbox.zoho;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The accounts hosts, one in each data centre; the account lives in one of them. Refusals come with status 200. Who fetches more
 * than ten tokens within ten minutes gets none for ten minutes, and of more than fifteen tokens the oldest dies.
 */
final class ZohoAccounts {

    static final String HOME = "eu";

    private static final String CLIENT_ID = "1000.ZOHOSANDBOX";
    private static final String CLIENT_SECRET = "zoho-sandbox-secret";
    private static final String REFRESH_TOKEN = "1000.zoho-sandbox-refresh";
    private static final String ORGANIZATION = "ZohoCRM.20071234567";
    private static final String SCHEME = "Zoho-oauthtoken ";
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_IN_WINDOW = 10;
    private static final int MOST_ALIVE = 15;

    private final Tokens tokens;
    private final Switches switches;
    private final Clock clock;
    private final Deque<Instant> issued = new ArrayDeque<>();
    private final Deque<String> alive = new ArrayDeque<>();
    private Instant lockedUntil = Instant.EPOCH;

    ZohoAccounts(Tokens tokens, Switches switches, Clock clock) {
        this.tokens = tokens;
        this.switches = switches;
        this.clock = clock;
    }

    Answer token(Request request) {
        if (!request.form("client_id").orElse("").equals(CLIENT_ID)
                || !request.parameter("dc").equals(HOME)) {
            return refused("invalid_client");
        }
        if (!request.form("client_secret").orElse("").equals(CLIENT_SECRET)) {
            return refused("invalid_client_secret");
        }
        boolean granted = switch (request.form("grant_type").orElse("")) {
            case "refresh_token" -> request.form("refresh_token").orElse("").equals(REFRESH_TOKEN);
            case "client_credentials" ->
                request.form("soid").orElse("").equals(ORGANIZATION)
                        && request.form("scope").isPresent();
            default -> false;
        };
        if (!granted) {
            return refused("invalid_code");
        }
        return tooMany() ? locked() : issue(request);
    }

    /** The scheme word is Zoho's own, and a token is good in its own data centre only. */
    void check(Request request) {
        String credential = request.header("Authorization").orElse("");
        if (!credential.startsWith(SCHEME)) {
            throw new AnsweredException(ZohoErrors.answer(401, "AUTHENTICATION_FAILURE", "Authentication failed"));
        }
        String token = credential.substring(SCHEME.length());
        boolean valid = tokens.state(token) == Tokens.State.VALID && alive.contains(token);
        if (!valid || !request.path().startsWith("/" + HOME + "/")) {
            throw new AnsweredException(ZohoErrors.answer(401, "INVALID_TOKEN", "invalid oauth token"));
        }
    }

    void forget() {
        issued.clear();
        alive.clear();
        lockedUntil = Instant.EPOCH;
    }

    private boolean tooMany() {
        Instant now = clock.instant();
        issued.removeIf(at -> at.isBefore(now.minus(WINDOW)));
        if (now.isBefore(lockedUntil)) {
            return true;
        }
        if (issued.size() >= MOST_IN_WINDOW) {
            lockedUntil = now.plus(WINDOW);
            return true;
        }
        issued.add(now);
        return false;
    }

    /** Older clients know {@code expires_in} in milliseconds, with the seconds beside it. */
    private Answer issue(Request request) {
        String token = tokens.issue("1000.");
        alive.add(token);
        if (alive.size() > MOST_ALIVE) {
            alive.removeFirst();
        }
        ObjectNode answer = Json.object()
                .put("access_token", token)
                .put("scope", "ZohoCRM.modules.ALL ZohoCRM.coql.READ")
                .put("api_domain", request.baseUrl() + "/" + HOME)
                .put("token_type", "Bearer");
        long seconds = tokens.lifetime().toSeconds();
        if (switches.get("expiry-in-milliseconds").asBoolean()) {
            answer.put("expires_in", seconds * 1_000).put("expires_in_sec", seconds);
        } else {
            answer.put("expires_in", seconds);
        }
        return Answer.json(200, answer);
    }

    private static Answer refused(String error) {
        return Answer.json(200, Json.object().put("error", error));
    }

    private static Answer locked() {
        return Answer.json(
                400,
                Json.object()
                        .put(
                                "error_description",
                                "You have made too many requests continuously. Please try again after some time.")
                        .put("error", "Access Denied")
                        .put("status", "failure"));
    }
}
