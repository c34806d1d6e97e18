package dev.switchboard.telephony.whatsapp;

import dev.switchboard.runtime.adapter.Settings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The number that sends.
 *
 * @param version of the Graph API, e.g. {@code v25.0}
 * @param numberId the sending number's id at Meta
 * @param proof goes with every request where the app demands it; null elsewhere
 */
record WhatsAppLine(
        String version, String numberId, @Nullable String proof) {
    private static final String HMAC = "HmacSHA256";

    static WhatsAppLine of(Settings settings) {
        return new WhatsAppLine(
                settings.get("META_GRAPH_VERSION", "v\\d+\\.\\d", "a version such as v25.0"),
                settings.get("WHATSAPP_PHONE_NUMBER_ID", "\\d+", "a number's id, which is digits only"),
                Boolean.parseBoolean(settings.get("META_PROVE_REQUESTS"))
                        ? proof(settings.get("META_APP_SECRET"), settings.get("WHATSAPP_ACCESS_TOKEN"))
                        : null);
    }

    /** https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof */
    static String proof(String appSecret, String accessToken) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(accessToken.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "WhatsAppLine[" + numberId + "]";
    }
}
