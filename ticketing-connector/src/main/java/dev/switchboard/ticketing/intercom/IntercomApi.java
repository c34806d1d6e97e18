package dev.switchboard.ticketing.intercom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** The endpoints we use. The version is always named: without it Intercom answers in the one the app was once made with. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ClientHeaderParam(name = "Intercom-Version", value = "{version}")
interface IntercomApi {
    /** The one this was written for, or the one before it; the provider has looked at the setting when it starts. */
    default String version() {
        return ConfigProvider.getConfig()
                .getOptionalValue("INTERCOM_API_VERSION", String.class)
                .filter(version -> !version.isBlank())
                .orElse("2.16");
    }

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/admins/identifyadmin. */
    @GET
    @Path("/me")
    IntercomJson.Teammate me();

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/searchcontacts. Minutes behind. */
    @POST
    @Path("/contacts/search")
    IntercomJson.Contacts searchContacts(IntercomJson.Search search);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/showcontactbyexternalid. Users only; at once. */
    @GET
    @Path("/contacts/find_by_external_id/{id}")
    IntercomJson.Contact contactByExternalId(@PathParam("id") String externalId);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/createcontact. */
    @POST
    @Path("/contacts")
    IntercomJson.Contact createContact(IntercomJson.NewContact contact);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/unarchivecontact. */
    @POST
    @Path("/contacts/{id}/unarchive")
    void unarchiveContact(@PathParam("id") String id);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/notes/listnotes. At once. */
    @GET
    @Path("/contacts/{id}/notes")
    IntercomJson.Notes notes(@PathParam("id") String contactId, @QueryParam("page") int page);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/notes/createnote. */
    @POST
    @Path("/contacts/{id}/notes")
    IntercomJson.Note addNote(@PathParam("id") String contactId, IntercomJson.NewNote note);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/ticket-types/gettickettype. */
    @GET
    @Path("/ticket_types/{id}")
    IntercomJson.TicketType ticketType(@PathParam("id") String id);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets/createticket. */
    @POST
    @Path("/tickets")
    IntercomJson.Ticket createTicket(IntercomJson.NewTicket ticket);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets/getticket. By its id, never by its number. */
    @GET
    @Path("/tickets/{id}")
    IntercomJson.Ticket ticket(@PathParam("id") String id);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets/searchtickets. Behind. */
    @POST
    @Path("/tickets/search")
    IntercomJson.Tickets searchTickets(IntercomJson.Search search);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tickets/replyticket. */
    @POST
    @Path("/tickets/{id}/reply")
    IntercomJson.Part reply(@PathParam("id") String ticketId, IntercomJson.Reply reply);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/listtags. */
    @GET
    @Path("/tags")
    IntercomJson.Tags tags();

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/createtag. Answers the one that is there. */
    @POST
    @Path("/tags")
    IntercomJson.Tag createTag(IntercomJson.NewTag tag);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/tags/attachtagtoticket. Twice is once. */
    @POST
    @Path("/tickets/{id}/tags")
    IntercomJson.Tag tagTicket(@PathParam("id") String ticketId, IntercomJson.TagOnTicket tag);

    /** https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/searcharticles. */
    @GET
    @Path("/articles/search")
    IntercomJson.FoundArticles searchArticles(@QueryParam("phrase") String phrase, @QueryParam("state") String state);
}
