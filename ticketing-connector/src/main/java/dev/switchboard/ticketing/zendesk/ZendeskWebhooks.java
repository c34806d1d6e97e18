package dev.switchboard.ticketing.zendesk;

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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk's events: one in a webhook, ids as text and statuses in capitals, unlike in the API. Webhooks that triggers send with a
 * body of the company's own are none of them.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/webhook-event-types/">Event types</a>
 */
final class ZendeskWebhooks implements WebhookReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TICKET = "zen:event-type:ticket.";
    private static final String USER = "zen:event-type:user.";

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode event = json(webhook.body());
        String type = event.path("type").asText();
        if (type.startsWith(TICKET)) {
            return List.of(ticket(event));
        }
        return type.startsWith(USER) ? List.of(user(event, type.substring(USER.length()))) : List.of();
    }

    private static TicketChanged ticket(JsonNode event) {
        String id = id(event);
        return new TicketChanged("zendesk", id, id, status(event), name(event), at(event));
    }

    /** Null for what is no ticket's status any more, such as {@code DELETED}. */
    private static @Nullable String status(JsonNode event) {
        TicketStatus status =
                Zendesk.status(event.at("/detail/status").asText().strip().toLowerCase(Locale.ROOT));
        return status == TicketStatus.UNKNOWN ? null : status.word();
    }

    private static ContactChanged user(JsonNode event, String kind) {
        What what = what(event, kind);
        String into = event.at("/event/user/id").asText();
        return new ContactChanged(
                "zendesk",
                id(event),
                what,
                what == What.MERGED && !into.isEmpty() ? into : null,
                name(event),
                at(event));
    }

    /** A user who is no longer active was deleted. */
    private static What what(JsonNode event, String kind) {
        return switch (kind) {
            case "created" -> What.CREATED;
            case "deleted" -> What.DELETED;
            case "merged" -> What.MERGED;
            case "active_changed" -> event.at("/event/current").asText().equals("false") ? What.DELETED : What.CHANGED;
            default -> What.CHANGED;
        };
    }

    private static String id(JsonNode event) {
        String subject = event.path("subject").asText();
        String id = event.at("/detail/id").asText(subject.substring(subject.lastIndexOf(':') + 1));
        if (!id.matches("[0-9]{1,19}")) {
            throw malformed();
        }
        return id;
    }

    private static String name(JsonNode event) {
        String name = event.path("id").asText();
        if (name.isBlank()) {
            throw malformed();
        }
        return name;
    }

    private static Instant at(JsonNode event) {
        try {
            return Instant.parse(event.path("time").asText());
        } catch (DateTimeParseException noTime) {
            throw malformed();
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
        return new IntegrationException("zendesk", "/webhooks", new Failure.Malformed(null));
    }
}
