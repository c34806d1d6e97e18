package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Switches;
import dev.switchboard.sandbox.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The asynchronous business rule an administrator makes for us, with its outbound REST message. It has no condition: what we write
 * ourselves is told, too. It signs; the switch {@code rule-logs-in} makes it log in instead.
 */
final class BusinessRule {

    private static final String SECRET = "servicenow-sandbox-signing-secret";
    private static final String CREDENTIAL = "switchboard:servicenow-sandbox-webhook";
    private static final List<String> TOLD = List.of(
            "sys_id",
            "number",
            "state",
            "hold_reason",
            "correlation_id",
            "sys_updated_on",
            "sys_updated_by",
            "sys_mod_count");

    private final Webhooks webhooks;
    private final Switches switches;
    private final Clock clock;

    BusinessRule(Webhooks webhooks, Switches switches, Clock clock) {
        this.webhooks = webhooks;
        this.switches = switches;
        this.clock = clock;
    }

    void run(Table table, ObjectNode row, String what) {
        if (table.name().equals(Table.JOURNAL)) {
            return;
        }
        ObjectNode body = Json.object().put("event", kind(table) + "." + what);
        TOLD.stream()
                .filter(row::has)
                .forEach(column -> body.put(column, row.path(column).asText()));
        String text = body.toString();
        webhooks.post(switches.get("rule-logs-in").asBoolean() ? login() : signature(text), text);
    }

    private static String kind(Table table) {
        return switch (table.name()) {
            case Table.INCIDENTS -> "incident";
            case Table.CASES -> "case";
            default -> "contact";
        };
    }

    private static Map<String, String> login() {
        String credential = Base64.getEncoder().encodeToString(CREDENTIAL.getBytes(StandardCharsets.UTF_8));
        return Map.of("Content-Type", "application/json", "Authorization", "Basic " + credential);
    }

    private Map<String, String> signature(String body) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        return Map.of(
                "Content-Type",
                "application/json",
                "X-Timestamp",
                time,
                "X-Signature",
                Hmac.base64("HmacSHA256", SECRET, time + "." + body));
    }
}
