package dev.switchboard.gateway.webhook;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio's signature: HMAC-SHA1 over the URL and the sorted form fields. Twilio's own validator does most of it; it cannot
 * express a repeated field and decodes some queries before it signs them, so what it refuses is checked once more here.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio: webhooks security</a>
 */
public final class TwilioSignature {
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)");
    private static final Pattern AUTHORITY = Pattern.compile("^(https?|wss?)://([^/?#]+?)(:[0-9]+)?([/?].*)?$");

    private final String publicUrl;
    private final List<String> tokens;

    /** @param tokens each of them is accepted, so that a token can be rotated */
    public TwilioSignature(URI publicUrl, List<String> tokens) {
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.tokens = List.copyOf(tokens);
    }

    /** Whether Twilio sent this. {@code form} is empty when the body is JSON, whose hash stands in the URL. */
    public boolean genuine(InboundRequest request, Form form) {
        String signature = request.header("x-twilio-signature").orElse("");
        return !signature.isEmpty() && genuine(publicUrl + request.uri(), form, request.body(), signature);
    }

    boolean genuine(String url, Form form, byte[] body, String signature) {
        Matcher hash = BODY_HASH.matcher(url);
        if (hash.find()) {
            return Hmac.equal(
                            hash.group(1).toLowerCase(Locale.ROOT),
                            HexFormat.of().formatHex(Hmac.sha256(body)))
                    && tokens.stream()
                            .anyMatch(token -> signed(url, new Form(Collections.emptySortedMap()), token, signature));
        }
        return tokens.stream()
                .anyMatch(token ->
                        (!form.repeats() && new RequestValidator(token).validate(url, form.single(), signature))
                                || signed(url, form, token, signature));
    }

    /** Twilio signs the port or leaves it out, whatever it called: both are tried. */
    private static boolean signed(String url, Form form, String token, String signature) {
        return Hmac.equal(signature, sign(url, form, token))
                || Hmac.equal(signature, sign(withoutPort(url), form, token))
                || Hmac.equal(signature, sign(withPort(url), form, token));
    }

    private static String sign(String url, Form form, String token) {
        StringBuilder signed = new StringBuilder(url);
        form.fields()
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> signed.append(name).append(value)));
        return Hmac.base64(Hmac.of("HmacSHA1", token, signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String withoutPort(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        return parts.matches() ? parts.group(1) + "://" + parts.group(2) + rest(parts) : url;
    }

    private static String withPort(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        if (!parts.matches() || parts.group(3) != null) {
            return url;
        }
        return parts.group(1) + "://" + parts.group(2) + (parts.group(1).endsWith("s") ? ":443" : ":80") + rest(parts);
    }

    private static String rest(Matcher parts) {
        return parts.group(4) == null ? "" : parts.group(4);
    }
}
