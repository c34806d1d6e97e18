package dev.switchboard.sandbox.freshdesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Quota;
import dev.switchboard.sandbox.Webhooks;
import java.util.Map;

/**
 * The account's automation rules: whenever a ticket is made or changes, they call the address with the secret, with the body that
 * our card recommends. Nothing tells of contacts, nothing is signed, and each call is one of the account's own.
 */
final class FreshdeskAutomation {

    private static final String SECRET = "freshdesk-sandbox-webhook";
    private static final Map<Integer, String> STATUSES = Map.of(
            2, "Open", 3, "Pending", 4, "Resolved", 5, "Closed", 6, "Waiting on Customer", 7, "Waiting on Third Party");

    private final Webhooks webhooks;
    private final Quota quota;

    FreshdeskAutomation(Webhooks webhooks, Quota quota) {
        this.webhooks = webhooks;
        this.quota = quota;
    }

    void created(ObjectNode ticket) {
        call("ticket_created", ticket);
    }

    void updated(ObjectNode ticket) {
        call("ticket_updated", ticket);
    }

    private void call(String event, ObjectNode ticket) {
        if (webhooks.url().isEmpty()) {
            return;
        }
        quota.take();
        ObjectNode body = Json.object()
                .put("event", event)
                .put("ticket_id", ticket.path("id").asLong())
                .put("status", STATUSES.get(ticket.path("status").asInt()))
                .put("updated_at", ticket.path("updated_at").asText());
        webhooks.postToSecretPath(SECRET, Map.of("Content-Type", "application/json"), body.toString());
    }
}
