package dev.switchboard.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a company system, in our words, on {@link Topics#CHANGES}. Connectors to all. Each is keyed by its system and
 * what it is about, so that changes of one thing stay in order.
 */
public sealed interface Change extends Event {
    /** The card's id. */
    String system();

    /** What the vendor calls this change; the same when it tells it twice. */
    String change();

    @Override
    default String distinction() {
        return change();
    }

    /**
     * A customer's record.
     *
     * @param mergedInto the id of the record that is left; null unless {@code what} is {@link What#MERGED}, and when the vendor
     *     does not tell
     */
    @EventType("contact.changed.v1")
    record ContactChanged(
            String system,
            String contactId,
            What what,
            @Nullable String mergedInto,
            String change,
            Instant at) implements Change {
        @Override
        public String key() {
            return system + "/" + contactId;
        }
    }

    /**
     * A ticket or case.
     *
     * @param ticketId the vendor's id
     * @param number what people call it; null when the vendor does not tell
     * @param status in the words of answers, e.g. {@code solved}; null when the vendor does not tell
     */
    @EventType("ticket.changed.v1")
    record TicketChanged(
            String system,
            String ticketId,
            @Nullable String number,
            @Nullable String status,
            String change,
            Instant at) implements Change {
        @Override
        public String key() {
            return system + "/" + ticketId;
        }
    }

    /** What became of a record. */
    enum What {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("deleted")
        DELETED,
        /** It went into another. */
        @JsonProperty("merged")
        MERGED
    }
}
