package dev.switchboard.ticketing;

import dev.switchboard.events.Conversation;
import dev.switchboard.integration.port.TicketingSystem;
import java.util.List;
import java.util.Optional;

/** The helpdesks that are connected. The {@code toString} of each is its system's id. */
interface Helpdesks {
    /** What answers say when no helpdesk is connected. */
    String NONE = "ticketing";

    /** Those that serve a conversation: the first gets its ticket, the others are asked after it. */
    List<TicketingSystem> serving(Conversation conversation);

    /** Empty when it is not connected. */
    Optional<TicketingSystem> named(String system);
}
