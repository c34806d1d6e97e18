package dev.switchboard.sandbox.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Webhooks;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a webhook subscribed to ticket and user events is sent: one event each, ids as text, enumerations in capitals. With the switch
 * {@code triggers}, tickets are told of by triggers instead, once for each update, with the body that our card recommends, by a webhook
 * with a secret of its own.
 */
final class ZendeskEvents {

    private static final String SIGNING_SECRET = "zendesk-sandbox-webhook";
    private static final String TRIGGERS_SECRET = "zendesk-sandbox-trigger";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int ACCOUNT = 123;

    private final Webhooks webhooks;
    private final Switches switches;
    private final Clock clock;

    ZendeskEvents(Webhooks webhooks, Switches switches, Clock clock) {
        this.webhooks = webhooks;
        this.switches = switches;
        this.clock = clock;
    }

    /** A ticket was made, or updated by one request. */
    void trigger(ObjectNode ticket) {
        if (!triggers()) {
            return;
        }
        String status = ticket.path("status").asText();
        ObjectNode body = Json.object();
        body.putObject("detail")
                .put("id", ticket.path("id").asText())
                .put(
                        "status",
                        status.equals("hold") ? "On-hold" : capitals(status.substring(0, 1)) + status.substring(1))
                .put("updated_at", MINUTES.format(clock.instant()));
        post(TRIGGERS_SECRET, body);
    }

    void ticket(String kind, ObjectNode ticket, ObjectNode event) {
        if (triggers()) {
            return;
        }
        ObjectNode detail = Json.object()
                .put("id", ticket.path("id").asText())
                .put("status", capitals(ticket.path("status")))
                .put("priority", capitals(ticket.path("priority")))
                .put("subject", ticket.path("subject").asText())
                .put("requester_id", ticket.path("requester_id").asText())
                .put("assignee_id", ticket.path("assignee_id").asText())
                .put("group_id", ticket.path("group_id").asText())
                .put("external_id", ticket.path("external_id").asText(null))
                .put("updated_at", ticket.path("updated_at").asText());
        detail.set("tags", ticket.path("tags").deepCopy());
        send("ticket", kind, detail, event);
    }

    /** From one value to another. */
    void ticketChanged(String field, ObjectNode ticket, JsonNode before) {
        ticket(
                field + "_changed",
                ticket,
                Json.object().put("previous", capitals(before)).put("current", capitals(ticket.path(field))));
    }

    void user(String kind, ObjectNode user, ObjectNode event) {
        ObjectNode detail = Json.object()
                .put("id", user.path("id").asText())
                .put("email", user.path("email").asText(""))
                .put("external_id", user.path("external_id").asText(""))
                .put("role", user.path("role").asText())
                .put("created_at", user.path("created_at").asText())
                .put("updated_at", user.path("updated_at").asText());
        send("user", kind, detail, event);
    }

    private boolean triggers() {
        return switches.get("triggers").asBoolean();
    }

    private void send(String what, String kind, ObjectNode detail, ObjectNode event) {
        ObjectNode body = Json.object()
                .put("account_id", ACCOUNT)
                .put("id", UUID.randomUUID().toString())
                .put("type", "zen:event-type:" + what + "." + kind)
                .put("subject", "zen:" + what + ":" + detail.path("id").asText())
                .put("time", clock.instant().toString())
                .put("zendesk_event_version", "2022-11-06");
        body.set("event", event);
        body.set("detail", detail);
        post(SIGNING_SECRET, body);
    }

    /** Signed over the time and the body, with nothing between them. */
    private void post(String secret, ObjectNode body) {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        webhooks.post(
                Map.of(
                        "Content-Type",
                        "application/json; charset=utf-8",
                        "X-Zendesk-Account-Id",
                        String.valueOf(ACCOUNT),
                        "X-Zendesk-Webhook-Id",
                        "01KD0000000000000000000000",
                        "X-Zendesk-Webhook-Invocation-Id",
                        UUID.randomUUID().toString(),
                        "X-Zendesk-Webhook-Signature-Timestamp",
                        now,
                        "X-Zendesk-Webhook-Signature",
                        Hmac.base64("HmacSHA256", secret, now + body)),
                body.toString());
    }

    private static String capitals(JsonNode value) {
        return capitals(value.asText(""));
    }

    private static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
