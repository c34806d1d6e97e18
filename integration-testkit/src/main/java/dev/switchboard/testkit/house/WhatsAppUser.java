package dev.switchboard.testkit.house;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A customer on WhatsApp: writes, with Meta's signed webhooks. What they are answered goes out through the Cloud API. */
public final class WhatsAppUser {
    private static final String APP_SECRET = "meta-sandbox-secret";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String gatewayUrl;
    private final String digits;
    private final String profileName;

    /** {@code digits} is the number as WhatsApp writes it, without plus. */
    public WhatsAppUser(String gatewayUrl, String digits, String profileName) {
        this.gatewayUrl = gatewayUrl;
        this.digits = digits;
        this.profileName = profileName;
    }

    /** Sends a text; returns what the webhook was answered. */
    public int writes(String text) {
        return delivers(message("wamid." + UUID.randomUUID(), text));
    }

    /** A webhook with this message, to be delivered once or twice. */
    public String message(String id, String text) {
        ObjectNode root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode value = root.putArray("entry")
                .addObject()
                .put("id", "102290129340398")
                .putArray("changes")
                .addObject()
                .put("field", "messages")
                .putObject("value");
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", "14155550111")
                .put("phone_number_id", "106540352242922");
        value.putArray("contacts")
                .addObject()
                .put("wa_id", digits)
                .put("user_id", "US." + digits)
                .putObject("profile")
                .put("name", profileName);
        value.putArray("messages")
                .addObject()
                .put("from", digits)
                .put("from_user_id", "US." + digits)
                .put("id", id)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("type", "text")
                .putObject("text")
                .put("body", text);
        return root.toString();
    }

    /** Delivers a webhook, signed as Meta signs; returns the status. */
    public int delivers(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gatewayUrl + "/webhooks/whatsapp"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + signature(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
