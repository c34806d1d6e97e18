package dev.switchboard.commerce;

import dev.switchboard.integration.port.CommerceSystem;
import java.util.Optional;

/** The shop that questions go to. */
@FunctionalInterface
interface Shop {
    /** What answers say when no shop is connected. */
    String NONE = "commerce";

    /** Empty when none is connected. Its {@code toString} is the system's id. */
    Optional<CommerceSystem> system();
}
