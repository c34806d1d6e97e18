package dev.switchboard.ticketing.freshdesk;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.PartFilename;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The endpoints we use. Parameters are sent percent-encoded: a raw {@code +} would be a space to Freshdesk and find nobody. */
@Path("/api/v2")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface FreshdeskApi {
    /** https://developers.freshdesk.com/api/#me. */
    @GET
    @Path("/agents/me")
    FreshdeskJson.Agent me();

    /** https://developers.freshdesk.com/api/#create_ticket. */
    @POST
    @Path("/tickets")
    FreshdeskJson.Ticket createTicket(FreshdeskJson.NewTicket ticket);

    /** https://developers.freshdesk.com/api/#view_a_ticket. */
    @GET
    @Path("/tickets/{id}")
    FreshdeskJson.Ticket ticket(@PathParam("id") long id);

    /** https://developers.freshdesk.com/api/#list_all_tickets. Read from the database itself: what was just written is there. */
    @GET
    @Path("/tickets")
    List<FreshdeskJson.Ticket> ticketsOf(
            @QueryParam("requester_id") long requesterId,
            @QueryParam("updated_since") String updatedSince,
            @QueryParam("order_by") String orderBy,
            @QueryParam("order_type") String orderType,
            @QueryParam("per_page") int perPage);

    /** https://developers.freshdesk.com/api/#list_all_tickets. An address that nobody has is refused. */
    @GET
    @Path("/tickets")
    List<FreshdeskJson.Ticket> ticketsFrom(
            @QueryParam("email") String email,
            @QueryParam("updated_since") String updatedSince,
            @QueryParam("per_page") int perPage);

    /** https://developers.freshdesk.com/api/#filter_tickets. Read from an index that is some minutes behind. */
    @GET
    @Path("/search/tickets")
    FreshdeskJson.FoundTickets searchTickets(@QueryParam("query") String query);

    /** https://developers.freshdesk.com/api/#add_note_to_a_ticket. */
    @POST
    @Path("/tickets/{id}/notes")
    FreshdeskJson.Note addNote(@PathParam("id") long ticketId, FreshdeskJson.NewNote note);

    /** https://developers.freshdesk.com/api/#create_ticket_with_attachment: files travel in a form. */
    @POST
    @Path("/tickets/{id}/notes")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    FreshdeskJson.Note addNoteWithFile(
            @PathParam("id") long ticketId,
            @RestForm("body") String body,
            @RestForm("private") String hidden,
            @RestForm("attachments[]") @PartType("text/plain; charset=UTF-8") @PartFilename("transcript.txt")
                    byte[] file);

    /** https://developers.freshdesk.com/api/#list_all_ticket_notes. Oldest first. */
    @GET
    @Path("/tickets/{id}/conversations")
    List<FreshdeskJson.Note> notes(
            @PathParam("id") long ticketId, @QueryParam("page") int page, @QueryParam("per_page") int perPage);

    /** https://developers.freshdesk.com/api/#list_all_contacts. What is null is not sent. */
    @GET
    @Path("/contacts")
    List<FreshdeskJson.Contact> contacts(
            @QueryParam("email") @Nullable String email,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("mobile") @Nullable String mobile,
            @QueryParam("unique_external_id") @Nullable String externalId,
            @QueryParam("state") @Nullable String state);

    /** https://developers.freshdesk.com/api/#list_all_contacts. Here, unlike with tickets, the time's name begins with an underscore. */
    @GET
    @Path("/contacts")
    List<FreshdeskJson.Contact> changedContacts(
            @QueryParam("_updated_since") String updatedSince,
            @QueryParam("state") @Nullable String state,
            @QueryParam("page") int page,
            @QueryParam("per_page") int perPage);

    /** https://developers.freshdesk.com/api/#filter_contacts. Read from an index that is some minutes behind. */
    @GET
    @Path("/search/contacts")
    FreshdeskJson.FoundContacts searchContacts(@QueryParam("query") String query);

    /** https://developers.freshdesk.com/api/#create_contact. */
    @POST
    @Path("/contacts")
    FreshdeskJson.Contact createContact(FreshdeskJson.NewContact contact);

    /** https://developers.freshdesk.com/api/#restore_contact. */
    @PUT
    @Path("/contacts/{id}/restore")
    void restoreContact(@PathParam("id") long id);

    /** https://developers.freshdesk.com/api/#solutions. Finds drafts and what only agents may read, too. */
    @GET
    @Path("/search/solutions")
    List<FreshdeskJson.Article> searchArticles(@QueryParam("term") String term);

    /** https://developers.freshdesk.com/api/#solution_folder_attributes. */
    @GET
    @Path("/solutions/folders/{id}")
    FreshdeskJson.Folder folder(@PathParam("id") long id);
}
