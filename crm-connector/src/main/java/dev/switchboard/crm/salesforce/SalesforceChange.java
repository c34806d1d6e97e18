package dev.switchboard.crm.salesforce;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.What;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.Optional;
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
    private static final String SYSTEM = "salesforce";

    SalesforceChange {
        if (!SalesforceId.isId(id) || (mergedInto != null && !SalesforceId.isId(mergedInto))) {
            throw malformed();
        }
    }

    /** In events' words; empty for objects that nobody here asks for. A deleted case is not told: nobody waits for it. */
    Optional<Change> event() {
        return switch (type) {
            case SalesforcePerson.CONTACT, SalesforcePerson.LEAD ->
                Optional.of(new Change.ContactChanged(
                        SYSTEM,
                        SalesforceId.full(id),
                        what,
                        mergedInto == null ? null : SalesforceId.full(mergedInto),
                        change,
                        at));
            case "Case" ->
                what == What.DELETED
                        ? Optional.empty()
                        : Optional.of(new Change.TicketChanged(
                                SYSTEM,
                                SalesforceId.full(id),
                                number,
                                status == null ? null : status.word(),
                                change,
                                at));
            default -> Optional.empty();
        };
    }

    static IntegrationException malformed() {
        return new IntegrationException(SYSTEM, "webhook", new Failure.Malformed(null));
    }
}
