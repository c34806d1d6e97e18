package dev.switchboard.integration.port;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import java.util.Optional;

/** The ability of some CRMs to hold support cases. */
public interface CaseDesk extends IntegratedSystem {
    /** Opens a case on the contact. */
    @Operation(endpoint = "/cases/open", kind = Kind.CREATE, existing = "openedCase")
    Ticket openCase(OpenCase command);

    /** The case an earlier attempt of the command opened. */
    @Operation(endpoint = "/cases/find-opened", kind = Kind.LOOKUP)
    Optional<Ticket> openedCase(OpenCase command);

    /** The case with this id, as it stands now; empty when there is none. */
    @Operation(endpoint = "/cases/read", kind = Kind.LOOKUP)
    Optional<Ticket> caseById(String id);
}
