package dev.switchboard.crm.pipedrive;

import dev.switchboard.crm.pipedrive.PipedriveJson.Deal;
import dev.switchboard.crm.pipedrive.PipedriveJson.Deleted;
import dev.switchboard.crm.pipedrive.PipedriveJson.Field;
import dev.switchboard.crm.pipedrive.PipedriveJson.Many;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewActivity;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewCall;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewNote;
import dev.switchboard.crm.pipedrive.PipedriveJson.NewPerson;
import dev.switchboard.crm.pipedrive.PipedriveJson.Note;
import dev.switchboard.crm.pipedrive.PipedriveJson.One;
import dev.switchboard.crm.pipedrive.PipedriveJson.Organization;
import dev.switchboard.crm.pipedrive.PipedriveJson.Person;
import dev.switchboard.crm.pipedrive.PipedriveJson.Scheduled;
import dev.switchboard.crm.pipedrive.PipedriveJson.SearchResults;
import dev.switchboard.crm.pipedrive.PipedriveJson.User;
import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Pipedrive's REST API, as far as we use it: v2, and v1 for what v2 does not have. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface PipedriveApi {
    /** https://pipedrive.readme.io/docs/marketplace-oauth-authorization */
    @POST
    @Path("oauth/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    PipedriveJson.Token token(
            @Url String host,
            @HeaderParam("Authorization") String client,
            @FormParam("grant_type") String grantType,
            @FormParam("refresh_token") String refreshToken);

    /** https://developers.pipedrive.com/docs/api/v1/Users#getCurrentUser */
    @GET
    @Path("api/v1/users/me")
    One<User> me();

    /** https://developers.pipedrive.com/docs/api/v1/Users#getUser */
    @GET
    @Path("api/v1/users/{id}")
    One<User> user(@PathParam("id") long id);

    /** https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons */
    @GET
    @Path("api/v2/persons/search")
    One<SearchResults> search(
            @QueryParam("term") String term,
            @QueryParam("fields") String fields,
            @QueryParam("exact_match") boolean exact,
            @QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Persons#getPersons */
    @GET
    @Path("api/v2/persons")
    Many<Person> persons(
            @QueryParam("updated_since") String since,
            @QueryParam("sort_by") String sortBy,
            @QueryParam("sort_direction") String direction,
            @QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Persons#getPerson */
    @GET
    @Path("api/v2/persons/{id}")
    One<Person> person(@PathParam("id") String id);

    /** https://developers.pipedrive.com/docs/api/v1/Persons#addPerson */
    @POST
    @Path("api/v2/persons")
    One<Person> createPerson(NewPerson person);

    /** https://developers.pipedrive.com/docs/api/v1/Persons#deletePerson */
    @DELETE
    @Path("api/v2/persons/{id}")
    One<Deleted> deletePerson(@PathParam("id") String id);

    /** https://developers.pipedrive.com/docs/api/v1/PersonFields#getPersonFields */
    @GET
    @Path("api/v2/personFields")
    Many<Field> personFields(@QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Organizations#getOrganization */
    @GET
    @Path("api/v2/organizations/{id}")
    One<Organization> organization(@PathParam("id") long id);

    /** https://developers.pipedrive.com/docs/api/v1/Deals#getDeals */
    @GET
    @Path("api/v2/deals")
    Many<Deal> deals(
            @QueryParam("person_id") String personId,
            @QueryParam("sort_by") String sortBy,
            @QueryParam("sort_direction") String direction,
            @QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Activities#getActivities */
    @GET
    @Path("api/v2/activities")
    Many<Scheduled> activities(
            @QueryParam("person_id") String personId,
            @QueryParam("done") boolean done,
            @QueryParam("updated_since") @Nullable String since,
            @QueryParam("sort_by") String sortBy,
            @QueryParam("sort_direction") String direction,
            @QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Activities#addActivity */
    @POST
    @Path("api/v2/activities")
    One<Scheduled> createActivity(NewActivity activity);

    /** https://developers.pipedrive.com/docs/api/v1/CallLogs#addCallLog */
    @POST
    @Path("api/v1/callLogs")
    One<PipedriveJson.Call> createCall(NewCall call);

    /** https://developers.pipedrive.com/docs/api/v1/Notes#getNotes */
    @GET
    @Path("api/v1/notes")
    Many<Note> notes(
            @QueryParam("person_id") String personId,
            @QueryParam("updated_since") @Nullable String since,
            @QueryParam("sort") String sort,
            @QueryParam("limit") int limit);

    /** https://developers.pipedrive.com/docs/api/v1/Notes#addNote */
    @POST
    @Path("api/v1/notes")
    One<Note> createNote(NewNote note);
}
