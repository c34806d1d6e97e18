package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.WebhookReader;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an org sends over HTTP: outbound messages in SOAP, or callouts of flows and triggers in JSON. */
final class SalesforceWebhooks implements WebhookReader {
    private static final String SYSTEM = "salesforce";
    /** The API writes {@code +0000}, SOAP writes {@code Z}; milliseconds may be missing. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        boolean soap = webhook.body().stripLeading().startsWith("<");
        List<SalesforceChange> changes = soap
                ? OutboundMessages.in(webhook.body(), webhook.delivery(), webhook.at())
                : SalesforceCallouts.in(webhook.body(), webhook.delivery(), webhook.at());
        return changes.stream()
                .map(SalesforceWebhooks::event)
                .flatMap(Optional::stream)
                .toList();
    }

    /** In events' words; empty for objects that nobody here asks for. A deleted case is not told: nobody waits for it. */
    static Optional<Change> event(SalesforceChange told) {
        String id = SalesforceId.full(told.id());
        String mergedInto = told.mergedInto() == null ? null : SalesforceId.full(told.mergedInto());
        TicketStatus status = told.status();
        return switch (told.type()) {
            case SalesforcePerson.CONTACT, SalesforcePerson.LEAD ->
                Optional.of(new Change.ContactChanged(SYSTEM, id, told.what(), mergedInto, told.change(), told.at()));
            case "Case" ->
                told.what() == What.DELETED
                        ? Optional.empty()
                        : Optional.of(new Change.TicketChanged(
                                SYSTEM,
                                id,
                                told.number(),
                                status == null ? null : status.word(),
                                told.change(),
                                told.at()));
            default -> Optional.empty();
        };
    }

    /** The instant; {@code otherwise} when there is none or it cannot be read. */
    static Instant time(@Nullable String written, Instant otherwise) {
        if (written == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(written, TIME).toInstant();
        } catch (DateTimeParseException notATime) {
            return otherwise;
        }
    }
}
