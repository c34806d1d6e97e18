package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.WebhookReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an org sends over HTTP: outbound messages in SOAP, or callouts of flows and triggers in JSON. */
final class SalesforceWebhooks implements WebhookReader {
    /** The API writes {@code +0000}, SOAP writes {@code Z}; milliseconds may be missing. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    @Override
    public List<Change> changesIn(WebhookReceived webhook) {
        boolean soap = webhook.body().stripLeading().startsWith("<");
        Stream<SalesforceChange> changes =
                soap ? OutboundMessages.in(webhook).stream() : SalesforceCallouts.in(webhook).stream();
        return changes.map(SalesforceChange::event).flatMap(Optional::stream).toList();
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
