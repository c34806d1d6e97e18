package dev.switchboard.runtime.call;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import java.util.Optional;

/** A port with one operation of every kind, and one that can be done without. */
public interface Desk extends IntegratedSystem {
    @Operation(endpoint = "/tickets/status", kind = Kind.LOOKUP)
    Optional<String> status(String number);

    @Operation(endpoint = "/tickets/notes", kind = Kind.LOOKUP, optional = true)
    Optional<String> notes(String number);

    @Operation(endpoint = "/tickets/open", kind = Kind.CREATE, existing = "opened")
    String open(String subject);

    @Operation(endpoint = "/tickets/find-opened", kind = Kind.LOOKUP)
    Optional<String> opened(String subject);

    @Operation(endpoint = "/tickets/close", kind = Kind.UPDATE)
    void close(String number);
}
