package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Webhooks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Notifications, signed with the app's client secret over the body as it is: {@code X-Hub-Signature: sha1=...}. */
final class IntercomWebhooks {

    private static final String CLIENT_SECRET = "intercom-sandbox-client-secret";
    private static final String ALGORITHM = "HmacSHA1";

    private final Webhooks webhooks;
    private final Clock clock;

    IntercomWebhooks(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    void send(String topic, ObjectNode item) {
        long now = clock.instant().getEpochSecond();
        ObjectNode body = Json.object().put("type", "notification_event").put("app_id", "sbx1");
        ObjectNode holder = body.putObject("data").put("type", "notification_event_data");
        holder.set("item", item);
        body.putObject("links");
        body.put("id", "notif_" + UUID.randomUUID())
                .put("topic", topic)
                .put("delivery_status", "pending")
                .put("delivery_attempts", 1)
                .put("delivered_at", 0)
                .put("first_sent_at", now)
                .put("created_at", now)
                .put("self", (String) null);
        String text = body.toString();
        webhooks.post(
                Map.of("Content-Type", "application/json; charset=utf-8", "X-Hub-Signature", "sha1=" + signature(text)),
                text);
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(CLIENT_SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA1", e);
        }
    }
}
