package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Refusal;
import dev.switchboard.sandbox.RefusedException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Routes;
import dev.switchboard.sandbox.VendorSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A Twilio account with one number. Records: {@code messages}, {@code calls}, {@code recordings} in the vendor's shape
 * (an added call is a live inbound one unless it says otherwise), {@code numbers} and {@code optouts} with a
 * {@code phone_number}.
 */
public final class TwilioSandbox extends VendorSandbox {

    static final String ACCOUNT_SID = "AC00000000000000000000000000000001";
    static final String NUMBER = "+14155550000";
    static final String OPTED_OUT = "+14155550188";

    private static final String API_KEY = "SK00000000000000000000000000000001";
    /** An API key's secret stands in for the account's own token, but signs no webhooks. */
    private static final Map<String, String> PASSWORDS =
            Map.of(ACCOUNT_SID, "twilio-sandbox-token", API_KEY, "twilio-sandbox-secret");

    private final Account account;

    /** Basic credentials never end, so the lifetime of tokens is of no account. */
    public TwilioSandbox(Clock clock) {
        super("twilio", clock, Duration.ofDays(1));
        account = new Account(records(), clock);
    }

    @Override
    protected void routes(Routes routes) {
        String accounts = "/2010-04-01/Accounts/{account}";
        routes.get(accounts + ".json", request -> Answer.json(200, account.self()));
        new Messages(account).routes(routes, accounts);
        var calls = new Calls(account);
        calls.routes(routes, accounts);
        new Recordings(account, calls).routes(routes, accounts);
    }

    @Override
    protected void seed() {
        addRecord("numbers", Json.object().put("phone_number", NUMBER));
        addRecord("optouts", Json.object().put("phone_number", OPTED_OUT));
    }

    @Override
    protected void authorize(Request request) {
        boolean isKnown = credentials(request)
                .filter(pair -> pair.length == 2 && pair[1].equals(PASSWORDS.get(pair[0])))
                .isPresent();
        // The account in the path has to be the one whose credentials these are.
        if (!isKnown || !request.path().matches(".*/Accounts/" + ACCOUNT_SID + "(/.*|\\.json)")) {
            throw new RefusedException(new Refusal.Unauthorized());
        }
    }

    @Override
    protected Answer refuse(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized() ->
                Problem.answer(401, 20_003, "Authenticate")
                        .withHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
            case Refusal.Forbidden() -> Problem.answer(403, 20_003, "Permission Denied");
            case Refusal.RateLimited limited -> tooManyRequests(limited);
            case Refusal.ServerError() -> Problem.answer(500, 20_500, "Internal Server Error");
            case Refusal.NotFound missing ->
                Problem.answer(404, 20_404, "The requested resource " + missing.path() + " was not found");
            case Refusal.MethodNotAllowed ignored -> Problem.answer(405, 20_004, "Method not allowed");
            case Refusal.UnsupportedMediaType ignored -> Problem.answer(415, 20_015, "Unsupported media type");
            case Refusal.InvalidJson ignored -> Problem.answer(400, 20_001, "Invalid body");
        };
    }

    @Override
    protected ObjectNode addRecord(String type, ObjectNode fields) {
        return switch (type) {
            case "numbers", "optouts" ->
                records().put(type, fields.path("phone_number").asText(), fields);
            case "messages" -> account.add(type, "SM", Messages.inbound(account, fields));
            case "calls" -> account.add(type, "CA", Calls.inbound(account, fields));
            case "recordings" -> account.add(type, "RE", Recordings.completed(account, fields));
            default -> throw new IllegalArgumentException("the account has no " + type);
        };
    }

    @Override
    protected Answer decorate(Request request, Answer answer) {
        return answer.withHeader("Twilio-Request-Id", Account.newSid("RQ"))
                .withHeader("Twilio-Concurrent-Requests", "1");
    }

    private static Answer tooManyRequests(Refusal.RateLimited limited) {
        Answer answer = Problem.answer(429, 20_429, "Too Many Requests");
        return Optional.ofNullable(limited.retryAfter())
                .map(hint -> answer.withHeader("Retry-After", Long.toString(hint.toSeconds())))
                .orElse(answer);
    }

    private static Optional<String[]> credentials(Request request) {
        String prefix = "Basic ";
        return request.header("Authorization")
                .filter(header -> header.startsWith(prefix))
                .map(header -> decoded(header.substring(prefix.length())).split(":", 2));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
