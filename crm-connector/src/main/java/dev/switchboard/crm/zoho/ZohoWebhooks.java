package dev.switchboard.crm.zoho;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads notifications. They name a module, what was done, and the records it was done to. Of a merge Zoho tells that one record is
 * deleted and the other changed.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/notifications/overview.html">Notifications</a>
 */
final class ZohoWebhooks implements WebhookReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "[0-9]{1,20}";

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode body = parsed(webhook.body());
        JsonNode ids = body.path("ids");
        if (!body.path("module").isTextual() || !body.path("operation").isTextual() || !ids.isArray()) {
            throw malformed();
        }
        return ids.valueStream()
                .flatMap(id -> change(webhook, body, id.asText()))
                .toList();
    }

    private static Stream<Change> change(WebhookReceived webhook, JsonNode body, String id) {
        if (!id.matches(ID)) {
            throw malformed();
        }
        String module = body.path("module").asText();
        String operation = body.path("operation").asText();
        Instant at = body.path("server_time").canConvertToLong()
                        && body.path("server_time").isNumber()
                ? Instant.ofEpochMilli(body.path("server_time").asLong())
                : webhook.at();
        String change = webhook.delivery() + "/" + id;
        return switch (module) {
            case ZohoPerson.CONTACTS, ZohoPerson.LEADS ->
                Stream.of(new ContactChanged(
                        webhook.system(), new ZohoId(module, id).contactId(), what(operation), null, change, at));
            case "Cases" ->
                operation.equals("delete")
                        ? Stream.of()
                        : Stream.of(new TicketChanged(webhook.system(), id, null, status(body, id), change, at));
            default -> Stream.of();
        };
    }

    private static What what(String operation) {
        return switch (operation) {
            case "insert", "create" -> What.CREATED;
            case "delete" -> What.DELETED;
            default -> What.CHANGED;
        };
    }

    /** Among the values that changed, when the channel was told to send them. */
    private static @Nullable String status(JsonNode body, String id) {
        return body.path("affected_values")
                .valueStream()
                .filter(values -> values.path("record_id").asText().equals(id))
                .map(values -> values.at("/values/Status").asText(""))
                .map(ZohoCases::status)
                .filter(status -> status != TicketStatus.UNKNOWN)
                .map(TicketStatus::word)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw malformed();
        }
    }

    private static IntegrationException malformed() {
        return new IntegrationException("zoho", "webhook", new Failure.Malformed(null));
    }
}
