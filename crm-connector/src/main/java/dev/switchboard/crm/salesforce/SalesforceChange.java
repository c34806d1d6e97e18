package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change.What;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record, from whichever way Salesforce told it.
 *
 * @param type the object's name, e.g. {@code Contact}
 * @param number a case's number; null when it was not told
 * @param status a case's; null when it was not told
 * @param change the same when it is told twice
 */
record SalesforceChange(
        String type,
        String id,
        What what,
        @Nullable String mergedInto,
        @Nullable String number,
        @Nullable TicketStatus status,
        String change,
        Instant at) {
    SalesforceChange {
        if (!SalesforceId.isId(id) || (mergedInto != null && !SalesforceId.isId(mergedInto))) {
            throw malformed();
        }
    }

    static IntegrationException malformed() {
        return new IntegrationException("salesforce", "webhook", new Failure.Malformed(null));
    }
}
