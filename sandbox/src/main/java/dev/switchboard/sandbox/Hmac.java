package dev.switchboard.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hashes that vendors sign their webhooks with, over UTF-8. */
public final class Hmac {

    private Hmac() {}

    /** In Base64; {@code algorithm} as Java calls it, e.g. {@code HmacSHA256}. */
    public static String base64(String algorithm, String secret, String signed) {
        return Base64.getEncoder().encodeToString(hash(algorithm, secret, signed));
    }

    /** In lower-case digits. */
    public static String hex(String algorithm, String secret, String signed) {
        return HexFormat.of().formatHex(hash(algorithm, secret, signed));
    }

    private static byte[] hash(String algorithm, String secret, String signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
