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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zendesk's events: one in a webhook, ids as text and statuses in capitals, unlike in the API. And what triggers send: of the bodies
 * that companies write themselves, the one that the card recommends.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/webhook-event-types/">Event types</a>
 */
final class ZendeskWebhooks implements WebhookReader {
    private static final JsonMapper JSON = new JsonMapper();
    /** Zendesk's page writes some types with a slash: {@code zen:event-type/user.merged}. */
    private static final Pattern TYPE = Pattern.compile("zen:event-type[:/](ticket|user)\\.(.+)");

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        JsonNode event = json(webhook.body());
        Matcher type = TYPE.matcher(event.path("type").asText());
        if (type.matches()) {
            return List.of(type.group(1).equals("ticket") ? ticket(event) : user(event, type.group(2)));
        }
        boolean recommended = !event.has("type") && event.at("/detail/id").isValueNode();
        return recommended ? List.of(triggered(webhook, event)) : List.of();
    }

    /** It has no id, so the whole body has to do: a status, and a minute. */
    private static TicketChanged triggered(WebhookReceived webhook, JsonNode body) {
        String id = id(body);
        return new TicketChanged(
                "zendesk",
                id,
                id,
                status(body),
                webhook.delivery(),
                updatedAt(body).orElse(webhook.at()));
    }

    /** Placeholders write times without seconds, e.g. {@code 2013-12-12T05:35Z}. */
    private static Optional<Instant> updatedAt(JsonNode body) {
        try {
            String written = body.at("/detail/updated_at").asText();
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException suppressed) {
            return Optional.empty();
        }
    }

    private static TicketChanged ticket(JsonNode event) {
        String id = id(event);
        return new TicketChanged("zendesk", id, id, status(event), name(event), at(event));
    }

    /** Null for what is no ticket's status any more, such as {@code DELETED}, and for placeholders in another language. */
    private static @Nullable String status(JsonNode event) {
        String told = event.at("/detail/status").asText().strip().toLowerCase(Locale.ROOT);
        TicketStatus status = Zendesk.status(told.equals("on-hold") ? "hold" : told);
        return status == TicketStatus.UNKNOWN ? null : status.word();
    }

    /** Which of two merged users is told as which was never seen in an account; whoever remembers them forgets both. */
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
