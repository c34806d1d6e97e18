package dev.switchboard.ticketing.zendesk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The endpoints we use. Parameters are sent percent-encoded: a raw {@code +} would be a space to Zendesk. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ZendeskApi {
    /** https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/. */
    @POST
    @Path("/oauth/tokens")
    ZendeskJson.Token token(ZendeskJson.TokenRequest request);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#count-tickets. */
    @GET
    @Path("/api/v2/tickets/count")
    ZendeskJson.TicketCount countTickets();

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-ticket. */
    @POST
    @Path("/api/v2/tickets")
    ZendeskJson.TicketAnswer createTicket(
            @HeaderParam("Idempotency-Key") String idempotencyKey, ZendeskJson.TicketRequest request);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-tickets. */
    @GET
    @Path("/api/v2/tickets")
    ZendeskJson.Tickets ticketsByExternalId(@QueryParam("external_id") String externalId);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#show-ticket. */
    @GET
    @Path("/api/v2/tickets/{id}")
    ZendeskJson.TicketAnswer ticket(@PathParam("id") long id);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket. */
    @PUT
    @Path("/api/v2/tickets/{id}")
    ZendeskJson.TicketAnswer updateTicket(@PathParam("id") long id, ZendeskJson.TicketRequest request);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#list-comments. */
    @GET
    @Path("/api/v2/tickets/{id}/comments")
    ZendeskJson.Comments comments(
            @PathParam("id") long id, @QueryParam("sort_order") String sortOrder, @QueryParam("per_page") int perPage);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#upload-files. */
    @POST
    @Path("/api/v2/uploads")
    @Consumes("application/binary")
    ZendeskJson.UploadAnswer upload(@QueryParam("filename") String filename, byte[] content);

    /** https://developer.zendesk.com/api-reference/ticketing/users/users/#search-users. */
    @GET
    @Path("/api/v2/users/search")
    ZendeskJson.Users searchUsers(@QueryParam("query") String query);

    /** https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#list-identities. */
    @GET
    @Path("/api/v2/users/{id}/identities")
    ZendeskJson.Identities identities(@PathParam("id") long userId);

    /** https://developer.zendesk.com/api-reference/ticketing/users/users/#create-or-update-user. */
    @POST
    @Path("/api/v2/users/create_or_update")
    ZendeskJson.UserAnswer createOrUpdateUser(ZendeskJson.UserRequest request);

    /** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#list-tickets. */
    @GET
    @Path("/api/v2/users/{id}/tickets/requested")
    ZendeskJson.Tickets ticketsOf(
            @PathParam("id") long userId,
            @QueryParam("sort_by") String sortBy,
            @QueryParam("sort_order") String sortOrder,
            @QueryParam("per_page") int perPage);

    /** https://developer.zendesk.com/api-reference/help_center/help-center-api/search/#search-articles. */
    @GET
    @Path("/api/v2/help_center/articles/search")
    ZendeskJson.Articles searchArticles(
            @QueryParam("query") String query,
            @QueryParam("locale") String locale,
            @QueryParam("per_page") int perPage);
}
