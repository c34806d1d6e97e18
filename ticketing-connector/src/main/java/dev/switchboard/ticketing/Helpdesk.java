package dev.switchboard.ticketing;

import dev.switchboard.integration.port.TicketingSystem;
import java.util.Optional;

/** The helpdesk that conversations go to. */
@FunctionalInterface
interface Helpdesk {
    /** What answers say when no helpdesk is connected. */
    String NONE = "ticketing";

    /** Empty when none is connected. Its {@code toString} is the system's id. */
    Optional<TicketingSystem> system();
}
