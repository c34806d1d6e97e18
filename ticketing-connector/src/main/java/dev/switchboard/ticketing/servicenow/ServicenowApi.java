package dev.switchboard.ticketing.servicenow;

import io.quarkus.rest.client.reactive.ClientQueryParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jboss.resteasy.reactive.RestResponse;

/** The endpoints we use. Version 2 of the Table API: the first answers 404 to a query that selects nothing. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterProvider(Hibernation.class)
interface ServicenowApi {
    /** https://www.servicenow.com/docs/bundle/australia-platform-security/page/administer/security/concept/c_OAuthApplications.html. */
    @POST
    @Path("/oauth_token.do")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    ServicenowJson.Token token(Form grant);

    /** https://www.servicenow.com/docs/bundle/australia-api-reference/page/integrate/inbound-rest/concept/c_TableAPI.html. */
    @GET
    @Path("/api/now/v2/table/{table}")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    @ClientQueryParam(name = "sysparm_no_count", value = "true")
    ServicenowJson.Rows<ServicenowJson.Person> people(
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") String fields,
            @QueryParam("sysparm_limit") int limit);

    /** As {@link #people}. */
    @GET
    @Path("/api/now/v2/table/{table}")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    @ClientQueryParam(name = "sysparm_no_count", value = "true")
    ServicenowJson.Rows<ServicenowJson.Task> tasks(
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") String fields,
            @QueryParam("sysparm_limit") int limit);

    /** As {@link #tasks}, a page with {@code X-Total-Count}: rows we may not read are taken out of a page after it was cut. */
    @GET
    @Path("/api/now/v2/table/{table}")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    RestResponse<ServicenowJson.Rows<ServicenowJson.Task>> pageOfTasks(
            @PathParam("table") String table,
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") String fields,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_offset") int offset);

    /** The entries of work notes and comments; the fields themselves read as nothing. */
    @GET
    @Path("/api/now/v2/table/sys_journal_field")
    RestResponse<ServicenowJson.Rows<ServicenowJson.Entry>> journal(
            @QueryParam("sysparm_query") String query,
            @QueryParam("sysparm_fields") String fields,
            @QueryParam("sysparm_limit") int limit,
            @QueryParam("sysparm_offset") int offset);

    /** As {@link #people}. */
    @POST
    @Path("/api/now/v2/table/{table}")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    ServicenowJson.One<ServicenowJson.Made> createTask(
            @PathParam("table") String table, @QueryParam("sysparm_fields") String fields, Map<String, String> values);

    /** As {@link #people}. */
    @PATCH
    @Path("/api/now/v2/table/{table}/{id}")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    ServicenowJson.One<ServicenowJson.Made> updateTask(
            @PathParam("table") String table,
            @PathParam("id") String sysId,
            @QueryParam("sysparm_fields") String fields,
            Map<String, String> values);

    /** As {@link #people}. */
    @POST
    @Path("/api/now/v2/table/sys_user")
    @ClientQueryParam(name = "sysparm_exclude_reference_link", value = "true")
    ServicenowJson.One<ServicenowJson.Person> createUser(
            @QueryParam("sysparm_fields") String fields, Map<String, String> values);

    /** https://www.servicenow.com/docs/bundle/australia-api-reference/page/integrate/inbound-rest/concept/contact-api.html. */
    @POST
    @Path("/api/now/contact")
    ServicenowJson.One<ServicenowJson.Contact> createContact(Map<String, String> values);

    /** https://www.servicenow.com/docs/bundle/australia-api-reference/page/integrate/inbound-rest/concept/case-api.html. */
    @POST
    @Path("/api/sn_customerservice/case")
    ServicenowJson.One<ServicenowJson.Made> createCase(Map<String, String> values);

    /** https://www.servicenow.com/docs/bundle/australia-api-reference/page/integrate/inbound-rest/concept/knowledge-api.html. */
    @GET
    @Path("/api/sn_km_api/knowledge/articles")
    @ClientQueryParam(name = "fields", value = "text")
    ServicenowJson.FoundArticles searchArticles(
            @QueryParam("query") String words,
            @QueryParam("kb") String bases,
            @QueryParam("language") String language,
            @QueryParam("limit") int limit);

    /** As {@link #searchArticles}. */
    @GET
    @Path("/api/sn_km_api/knowledge/articles/{id}")
    ServicenowJson.One<ServicenowJson.WholeArticle> article(@PathParam("id") String sysId);
}
