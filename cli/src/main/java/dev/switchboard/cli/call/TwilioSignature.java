package dev.switchboard.cli.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: HMAC-SHA1, with the auth token, over the URL followed by each field's name and value in the order
 * of the names. See <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio's description</a>.
 */
record TwilioSignature(String authToken) {
    private static final String ALGORITHM = "HmacSHA1";

    String of(String url, SortedMap<String, String> fields) {
        var signed = new StringBuilder(url);
        fields.forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
