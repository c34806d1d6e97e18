package dev.switchboard.integration.port;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import dev.switchboard.integration.PhoneNumber;
import java.util.List;
import java.util.Optional;

/** The helpdesk. Every method may throw {@link dev.switchboard.integration.IntegrationException}. */
public interface TicketingSystem extends IntegratedSystem {
    /** Opens a ticket with the transcript as a private note, its requester matched or made. */
    @Operation(endpoint = "/tickets/open", kind = Kind.CREATE, existing = "openedTicket")
    Ticket openTicket(OpenTicket command);

    /** The ticket an earlier attempt of the command opened. */
    @Operation(endpoint = "/tickets/find-opened", kind = Kind.LOOKUP)
    Optional<Ticket> openedTicket(OpenTicket command);

    /** Adds a comment, private unless the command says otherwise. */
    @Operation(endpoint = "/tickets/comment", kind = Kind.CREATE, existing = "addedComment")
    Comment addComment(AddComment command);

    /** The comment an earlier attempt of the command added. */
    @Operation(endpoint = "/tickets/find-comment", kind = Kind.LOOKUP)
    Optional<Comment> addedComment(AddComment command);

    /** The ticket with this number; empty when there is none. */
    @Operation(endpoint = "/tickets/status", kind = Kind.LOOKUP)
    Optional<Ticket> ticket(String number);

    /** The requester's tickets, newest first, at most {@code limit}. */
    @Operation(endpoint = "/tickets/of-requester", kind = Kind.LOOKUP)
    List<Ticket> ticketsOf(Requester requester, int limit);

    /** Articles customers may read that answer {@code words}, the best first, at most {@code limit}. */
    @Operation(endpoint = "/articles/search", kind = Kind.LOOKUP)
    List<KnowledgeArticle> searchArticles(String words, int limit);

    /** The end user with this number; empty when none or when several share it. */
    @Operation(endpoint = "/requesters/lookup", kind = Kind.LOOKUP)
    Optional<Requester> findRequester(PhoneNumber phone);

    /** The end user with this address. */
    @Operation(endpoint = "/requesters/lookup-by-email", kind = Kind.LOOKUP)
    Optional<Requester> findRequester(EmailAddress email);
}
