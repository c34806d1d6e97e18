package dev.switchboard.integration.port;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import dev.switchboard.integration.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** Knows the company's customers. Every method may throw {@link dev.switchboard.integration.IntegrationException}. */
public interface CrmSystem extends IntegratedSystem {
    /** Contacts with this number in whatever spelling they store it; the best match first; empty when none. */
    @Operation(endpoint = "/contacts/lookup", kind = Kind.LOOKUP)
    List<Contact> findByPhone(PhoneNumber phone);

    /** Contacts with this address; the best match first; empty when none. */
    @Operation(endpoint = "/contacts/lookup-by-email", kind = Kind.LOOKUP)
    List<Contact> findByEmail(EmailAddress email);

    /** Makes a contact; where the CRM says it exists already, returns that one. */
    @Operation(endpoint = "/contacts/create", kind = Kind.CREATE, existing = "createdContact")
    Contact createContact(CreateContact command);

    /** The contact an earlier attempt of the command made. */
    @Operation(endpoint = "/contacts/find-created", kind = Kind.LOOKUP)
    Optional<Contact> createdContact(CreateContact command);

    /** Company, segment and what is going on with the contact, in as few calls as the vendor allows. */
    @Operation(endpoint = "/contacts/context", kind = Kind.LOOKUP, optional = true)
    CustomerContext contextOf(Contact contact);

    /** Puts the conversation on the contact's record, the whole transcript: longer ones are split or attached, never cut. */
    @Operation(endpoint = "/activities/log", kind = Kind.CREATE, existing = "loggedActivity")
    Activity logActivity(LogActivity command);

    /** The activity an earlier attempt of the command made. */
    @Operation(endpoint = "/activities/find-logged", kind = Kind.LOOKUP)
    Optional<Activity> loggedActivity(LogActivity command);
}
