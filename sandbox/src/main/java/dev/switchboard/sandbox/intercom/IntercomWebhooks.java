package dev.switchboard.sandbox.intercom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Webhooks;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

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
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "X-Hub-Signature",
                        "sha1=" + Hmac.hex(ALGORITHM, CLIENT_SECRET, text)),
                text);
    }
}
