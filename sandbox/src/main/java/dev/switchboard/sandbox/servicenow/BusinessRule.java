package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The asynchronous business rule an administrator makes for us, with its outbound REST message. It has no condition: what we write
 * ourselves is told, too.
 */
final class BusinessRule {

    private static final String CREDENTIAL = "switchboard:servicenow-sandbox-webhook";

    private final Webhooks webhooks;

    BusinessRule(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    void run(Table table, ObjectNode task, String what) {
        String kind = table.name().equals(Table.INCIDENTS) ? "incident" : "case";
        ObjectNode body = Json.object().put("event", kind + "." + what);
        for (String column : new String[] {
            "sys_id",
            "number",
            "state",
            "hold_reason",
            "correlation_id",
            "sys_updated_on",
            "sys_updated_by",
            "sys_mod_count"
        }) {
            body.put(column, task.path(column).asText());
        }
        String credential = Base64.getEncoder().encodeToString(CREDENTIAL.getBytes(StandardCharsets.UTF_8));
        webhooks.post(
                Map.of("Content-Type", "application/json", "Authorization", "Basic " + credential), body.toString());
    }
}
