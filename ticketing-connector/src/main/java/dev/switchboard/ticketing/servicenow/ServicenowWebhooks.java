package dev.switchboard.ticketing.servicenow;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the business rule sends that an administrator makes for us: {@code incident.updated}, {@code contact.deleted} and the like. */
final class ServicenowWebhooks implements WebhookReader {
    private static final String SYSTEM = "servicenow";
    private static final JsonMapper JSON = new JsonMapper();

    private final TicketDefaults defaults;

    ServicenowWebhooks(TicketDefaults defaults) {
        this.defaults = defaults;
    }

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        Sent sent = sent(webhook.body());
        Instant at = ServicenowTime.parse(sent.updatedOn()).orElse(webhook.at());
        return switch (sent.event() == null ? "" : sent.event()) {
            case "incident.created", "incident.updated" -> List.of(ticket(TicketTable.INCIDENT, sent, at));
            case "case.created", "case.updated" -> List.of(ticket(TicketTable.CASE, sent, at));
            case "contact.created" -> List.of(contact(Change.What.CREATED, sent, at));
            case "contact.updated" -> List.of(contact(Change.What.CHANGED, sent, at));
            case "contact.deleted" -> List.of(contact(Change.What.DELETED, sent, at));
            default -> List.of();
        };
    }

    private Change ticket(TicketTable table, Sent sent, Instant at) {
        return new Change.TicketChanged(
                SYSTEM, required(sent.sysId()), sent.number(), status(table, sent), version(sent), at);
    }

    /** A record that is deleted keeps the count of its last change. */
    private static Change contact(Change.What what, Sent sent, Instant at) {
        String deleted = what == Change.What.DELETED ? "/deleted" : "";
        return new Change.ContactChanged(SYSTEM, required(sent.sysId()), what, null, version(sent) + deleted, at);
    }

    /** Null for a state of the company's own that it did not name: then the instance is asked. */
    private @Nullable String status(TicketTable table, Sent sent) {
        if (sent.state() == null) {
            return null;
        }
        TicketStatus status = table == defaults.tickets()
                ? defaults.status(sent.state(), sent.holdReason())
                : table.status(sent.state(), sent.holdReason());
        return status == TicketStatus.UNKNOWN ? null : status.word();
    }

    private static String version(Sent sent) {
        return required(sent.sysId()) + "/" + required(sent.modCount());
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw malformed();
        }
        return value;
    }

    private static Sent sent(String body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Sent.class)).orElseThrow(ServicenowWebhooks::malformed);
        } catch (JacksonException notOurs) {
            throw malformed();
        }
    }

    private static IntegrationException malformed() {
        return new IntegrationException(SYSTEM, "webhook", new Failure.Malformed(null));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Sent(
            @Nullable String event,
            @JsonProperty("sys_id") @Nullable String sysId,
            @Nullable String number,
            @Nullable String state,
            @JsonProperty("hold_reason") @Nullable String holdReason,
            @JsonProperty("sys_updated_on") @Nullable String updatedOn,
            @JsonProperty("sys_mod_count") @Nullable String modCount) {}
}
