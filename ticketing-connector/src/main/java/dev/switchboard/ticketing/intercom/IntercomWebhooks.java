package dev.switchboard.ticketing.intercom;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Intercom's notifications: a topic, and the object it is about as it is now. They come in any order and may come twice, then under
 * the same id.
 *
 * @see <a href="https://developers.intercom.com/docs/references/webhooks/webhook-models">Webhook models</a>
 */
final class IntercomWebhooks implements WebhookReader {
    private static final String SYSTEM = "intercom";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MERGED = "contact.merged";
    private static final String CLOSED = "ticket.closed";
    private static final Comparator<JsonNode> LATEST =
            Comparator.comparingLong(merge -> merge.path("merged_at").asLong());

    private final @Nullable String workspace;

    /** @param workspace whose notifications count, as an app can be in several and signs them all alike; null for anybody's */
    IntercomWebhooks(@Nullable String workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode event = read(webhook.body());
        if (workspace != null && !workspace.equals(event.path("app_id").asText())) {
            return List.of();
        }
        String topic = event.path("topic").asText("");
        JsonNode item = event.at("/data/item");
        if (topic.startsWith("ticket.")) {
            JsonNode ticket = item.path("type").asText().equals("ticket") ? item : item.path("ticket");
            return ticket.isObject() ? List.of(ticketChanged(event, topic, ticket)) : List.of();
        }
        return item.path("type").asText().equals("contact") ? contactChanges(event, topic, item) : List.of();
    }

    private static List<Change> contactChanges(JsonNode event, String topic, JsonNode contact) {
        return switch (topic) {
            case "contact.created", "contact.user.created", "contact.lead.created" ->
                List.of(contactChanged(event, contact, Change.What.CREATED));
            case "contact.deleted", "contact.archived" -> List.of(contactChanged(event, contact, Change.What.DELETED));
            case MERGED -> merged(event, contact);
            default ->
                topic.startsWith("contact.") ? List.of(contactChanged(event, contact, Change.What.CHANGED)) : List.of();
        };
    }

    /** The item is the contact that is left; whom it took in stands in its history, the last one being the news. */
    private static List<Change> merged(JsonNode event, JsonNode contact) {
        Stream<Change> gone = contact
                .path("merge_history")
                .valueStream()
                .max(LATEST)
                .map(merge -> merge.path("source_contact_id").asText(""))
                .filter(id -> !id.isEmpty())
                .stream()
                .map(id -> new Change.ContactChanged(
                        SYSTEM, id, Change.What.MERGED, required(contact, "id"), required(event, "id"), at(event)));
        return Stream.concat(gone, Stream.of(contactChanged(event, contact, Change.What.CHANGED)))
                .toList();
    }

    private static Change contactChanged(JsonNode event, JsonNode contact, Change.What what) {
        return new Change.ContactChanged(SYSTEM, required(contact, "id"), what, null, required(event, "id"), at(event));
    }

    private static Change ticketChanged(JsonNode event, String topic, JsonNode ticket) {
        return new Change.TicketChanged(
                SYSTEM,
                required(ticket, "id"),
                ticket.path("ticket_id").asText(null),
                status(topic, ticket),
                required(event, "id"),
                at(event));
    }

    /** A ticket can be closed in any state; one that is resolved stays solved. */
    private static @Nullable String status(String topic, JsonNode ticket) {
        TicketStatus status = Intercom.status(Intercom.category(ticket.get("ticket_state")));
        if (topic.equals(CLOSED) && status != TicketStatus.SOLVED) {
            return TicketStatus.CLOSED.word();
        }
        return status == TicketStatus.UNKNOWN ? null : status.word();
    }

    private static Instant at(JsonNode event) {
        long seconds = event.path("created_at").asLong();
        if (seconds <= 0) {
            throw malformed();
        }
        return Instant.ofEpochSecond(seconds);
    }

    private static String required(JsonNode object, String field) {
        String value = object.path(field).asText("");
        if (value.isEmpty()) {
            throw malformed();
        }
        return value;
    }

    private static JsonNode read(String body) {
        try {
            JsonNode event = JSON.readTree(body);
            if (event != null && event.path("type").asText().equals("notification_event")) {
                return event;
            }
        } catch (JacksonException notJson) {
            throw malformed();
        }
        throw malformed();
    }

    private static IntegrationException malformed() {
        return new IntegrationException(SYSTEM, "webhook", new Failure.Malformed(null));
    }
}
