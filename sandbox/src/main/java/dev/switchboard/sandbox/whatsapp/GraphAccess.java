package dev.switchboard.sandbox.whatsapp;

import dev.switchboard.sandbox.AnsweredException;
import dev.switchboard.sandbox.Request;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may call, and with which version. */
final class GraphAccess {

    private static final Pattern VERSION = Pattern.compile("/(v\\d+\\.\\d)/.*");
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Switches switches;

    GraphAccess(Tokens tokens, Switches switches) {
        this.tokens = tokens;
        this.switches = switches;
    }

    static Optional<String> version(String path) {
        Matcher matcher = VERSION.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    void check(Request request) {
        String token = request.header("Authorization")
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .or(() -> request.query("access_token"))
                .orElseThrow(() -> refusal(401, 104, "An access token is required to request this resource."));
        Tokens.State state = tokens.state(token);
        boolean isSystemUser = token.equals(WhatsappSandbox.ACCESS_TOKEN);
        if ((isSystemUser && switches.get("token-expired").asBoolean()) || state == Tokens.State.EXPIRED) {
            throw new AnsweredException(
                    GraphError.answer(401, 190, 463, "Error validating access token: Session has expired"));
        }
        if (!isSystemUser && state != Tokens.State.VALID) {
            throw refusal(401, 190, "Invalid OAuth access token - Cannot parse access token");
        }
        checkProof(request, token);
    }

    /** The proof that whoever calls knows the app's secret, too; checked when it is given, or when the app asks for it. */
    private void checkProof(Request request, String token) {
        Optional<String> proof = request.query("appsecret_proof").or(() -> proofInBody(request));
        if (proof.isEmpty() && switches.get("require-app-secret").asBoolean()) {
            throw refusal(400, 100, "API calls from the server require an appsecret_proof argument");
        }
        boolean isRight = proof.isEmpty()
                || MessageDigest.isEqual(
                        proof.get().getBytes(StandardCharsets.UTF_8),
                        proof(token).getBytes(StandardCharsets.UTF_8));
        if (!isRight) {
            throw refusal(400, 100, "Invalid appsecret_proof provided in the API argument");
        }
    }

    private static Optional<String> proofInBody(Request request) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        return isJson
                ? Optional.of(request.json().path("appsecret_proof").asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    static String proof(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WhatsappSandbox.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static AnsweredException refusal(int status, int code, String message) {
        return new AnsweredException(GraphError.answer(status, code, message));
    }
}
