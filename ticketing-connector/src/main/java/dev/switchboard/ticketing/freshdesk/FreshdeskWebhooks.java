package dev.switchboard.ticketing.freshdesk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What an automation rule of the company sends: the body that the card recommends, or Freshdesk's simple one. Of contacts there is
 * nothing to hear, so they are asked for. A change has no id, so the whole body has to do: it holds the time of the change.
 *
 * @see <a href="https://support.freshdesk.com/support/solutions/articles/132589">Webhooks in automation rules</a>
 */
final class FreshdeskWebhooks implements WebhookReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIMPLE = "freshdesk_webhook";

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode body = json(webhook.body());
        if (body.has(SIMPLE)) {
            JsonNode simple = body.path(SIMPLE);
            return List.of(changed(webhook, simple, simple.path("ticket_status").asText()));
        }
        return body.has("ticket_id")
                ? List.of(changed(webhook, body, body.path("status").asText()))
                : List.of();
    }

    private static TicketChanged changed(WebhookReceived webhook, JsonNode told, String status) {
        String id = told.path("ticket_id").asText();
        if (!id.matches("[0-9]{1,18}")) {
            throw malformed();
        }
        return new TicketChanged(
                "freshdesk",
                id,
                id,
                FreshdeskStatuses.named(status).map(TicketStatus::word).orElse(null),
                webhook.delivery(),
                at(told, webhook.at()));
    }

    /** Rules write times as the account shows them; where that is no ISO 8601, it is now. */
    private static Instant at(JsonNode told, Instant otherwise) {
        try {
            return Instant.parse(told.path("updated_at").asText());
        } catch (DateTimeParseException shownOtherwise) {
            return otherwise;
        }
    }

    private static JsonNode json(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException notJson) {
            throw malformed();
        }
        throw malformed();
    }

    private static IntegrationException malformed() {
        return new IntegrationException("freshdesk", "/webhooks", new Failure.Malformed(null));
    }
}
