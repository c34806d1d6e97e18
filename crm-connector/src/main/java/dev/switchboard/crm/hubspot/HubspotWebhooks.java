package dev.switchboard.crm.hubspot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.crm.hubspot.HubspotJson.Changed;
import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * HubSpot's events: up to a hundred in a webhook, in any order, and none with an id of its own. Apps of the new platform call a
 * contact's {@code object.creation} what older ones call {@code contact.creation}.
 *
 * @see <a href="https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide">Webhooks</a>
 */
final class HubspotWebhooks implements WebhookReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<Changed>> EVENTS = new TypeReference<>() {};
    private static final String CONTACT = "0-1";
    private static final String TICKET = "0-5";

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        return events(webhook.body()).stream().flatMap(HubspotWebhooks::changes).toList();
    }

    private static Stream<Change> changes(Changed event) {
        String kind = event.subscriptionType() == null ? "" : event.subscriptionType();
        String what = kind.substring(kind.indexOf('.') + 1);
        boolean object = kind.startsWith("object.");
        if (kind.startsWith("contact.") || (object && CONTACT.equals(event.objectTypeId()))) {
            return ofContact(event, what);
        }
        return kind.startsWith("ticket.") || (object && TICKET.equals(event.objectTypeId()))
                ? Stream.of(ticket(event))
                : Stream.empty();
    }

    private static Stream<Change> ofContact(Changed event, String what) {
        return switch (what) {
            case "creation", "restore" -> Stream.of(contact(event, What.CREATED));
            case "propertyChange", "associationChange" -> Stream.of(contact(event, What.CHANGED));
            case "deletion", "privacyDeletion" -> Stream.of(contact(event, What.DELETED));
            case "merge" -> merged(event);
            default -> Stream.empty();
        };
    }

    /** Sometimes what is left is neither of the two but a new record: then both are gone. */
    private static Stream<Change> merged(Changed event) {
        Long left = event.newObjectId() == null ? event.primaryObjectId() : event.newObjectId();
        if (left == null || event.mergedObjectIds() == null) {
            throw malformed();
        }
        return Stream.concat(event.mergedObjectIds().stream(), Stream.ofNullable(event.primaryObjectId()))
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> id.equals(left)
                        ? new ContactChanged("hubspot", id.toString(), What.CHANGED, null, name(event), at(event))
                        : new ContactChanged(
                                "hubspot", id.toString(), What.MERGED, left.toString(), name(event), at(event)));
    }

    private static ContactChanged contact(Changed event, What what) {
        return new ContactChanged("hubspot", id(event), what, null, name(event), at(event));
    }

    /** Stages are the account's own, so the event does not tell the status. */
    private static TicketChanged ticket(Changed event) {
        return new TicketChanged("hubspot", id(event), id(event), null, name(event), at(event));
    }

    private static String id(Changed event) {
        if (event.objectId() == null) {
            throw malformed();
        }
        return event.objectId().toString();
    }

    /** All of it together tells an event from others; without the attempt's number, which grows when it is sent again. */
    private static String name(Changed event) {
        return event.portalId() + "-" + event.subscriptionId() + "-" + event.eventId() + "-" + event.objectId() + "-"
                + event.occurredAt() + (event.propertyName() == null ? "" : "-" + event.propertyName());
    }

    private static Instant at(Changed event) {
        return Instant.ofEpochMilli(event.occurredAt());
    }

    private static List<Changed> events(String body) {
        try {
            return JSON.readValue(body, EVENTS);
        } catch (JacksonException notEvents) {
            throw malformed();
        }
    }

    private static IntegrationException malformed() {
        return new IntegrationException("hubspot", "/webhooks", new Failure.Malformed(null));
    }
}
