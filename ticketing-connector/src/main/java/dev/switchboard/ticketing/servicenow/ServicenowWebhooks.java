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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the business rule sends that an administrator makes for us: {@code incident.updated} and the like. */
final class ServicenowWebhooks implements WebhookReader {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        Sent sent = sent(webhook.body());
        Optional<TicketTable> table = table(sent.event());
        if (table.isEmpty()) {
            return List.of();
        }
        if (sent.sysId() == null || sent.modCount() == null) {
            throw malformed();
        }
        return List.of(new Change.TicketChanged(
                webhook.system(),
                sent.sysId(),
                sent.number(),
                status(table.get(), sent),
                sent.sysId() + "/" + sent.modCount(),
                ServicenowTime.parse(sent.updatedOn()).orElse(webhook.at())));
    }

    private static Optional<TicketTable> table(@Nullable String event) {
        return switch (event == null ? "" : event) {
            case "incident.created", "incident.updated" -> Optional.of(TicketTable.INCIDENT);
            case "case.created", "case.updated" -> Optional.of(TicketTable.CASE);
            default -> Optional.empty();
        };
    }

    /** Null for a state of the company's own: then the instance is asked. */
    private static @Nullable String status(TicketTable table, Sent sent) {
        if (sent.state() == null) {
            return null;
        }
        TicketStatus status = table.status(sent.state(), sent.holdReason());
        return status == TicketStatus.UNKNOWN ? null : status.word();
    }

    private static Sent sent(String body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Sent.class)).orElseThrow(ServicenowWebhooks::malformed);
        } catch (JacksonException notOurs) {
            throw malformed();
        }
    }

    private static IntegrationException malformed() {
        return new IntegrationException("servicenow", "webhook", new Failure.Malformed(null));
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
