package dev.switchboard.crm.zoho;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Zoho CRM's REST API, as far as we use it. What is empty has no body and arrives as null. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ZohoApi {
    /** https://www.zoho.com/crm/developer/docs/api/v8/refresh.html */
    @POST
    @Path("oauth/v2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    ZohoJson.Token byRefreshToken(
            @Url String accounts,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("refresh_token") String refreshToken);

    /** https://www.zoho.com/accounts/protocol/oauth/client-credentials.html */
    @POST
    @Path("oauth/v2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    ZohoJson.Token byClientCredentials(
            @Url String accounts,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("soid") String organization,
            @FormParam("scope") String scopes);

    /** https://www.zoho.com/crm/developer/docs/api/v8/get-records.html */
    @GET
    @Path("crm/{version}/{module}")
    ZohoJson.@Nullable Rows list(
            @PathParam("version") String version,
            @PathParam("module") String module,
            @QueryParam("fields") String fields,
            @QueryParam("per_page") int perPage);

    /** https://www.zoho.com/crm/developer/docs/api/v8/get-records.html */
    @GET
    @Path("crm/{version}/{module}/{id}")
    ZohoJson.@Nullable Rows read(
            @PathParam("version") String version,
            @PathParam("module") String module,
            @PathParam("id") String id,
            @QueryParam("fields") String fields);

    /** https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html */
    @GET
    @Path("crm/{version}/{module}/{id}/{related}")
    ZohoJson.@Nullable Rows related(
            @PathParam("version") String version,
            @PathParam("module") String module,
            @PathParam("id") String id,
            @PathParam("related") String related,
            @QueryParam("fields") String fields,
            @QueryParam("sort_by") @Nullable String sortBy,
            @QueryParam("page") int page,
            @QueryParam("per_page") int perPage);

    /** https://www.zoho.com/crm/developer/docs/api/v8/search-records.html */
    @GET
    @Path("crm/{version}/{module}/search")
    ZohoJson.@Nullable Rows search(
            @PathParam("version") String version,
            @PathParam("module") String module,
            @QueryParam("phone") @Nullable String phone,
            @QueryParam("email") @Nullable String email,
            @QueryParam("fields") String fields);

    /** https://www.zoho.com/crm/developer/docs/api/v8/Get-Records-through-COQL-Query.html */
    @POST
    @Path("crm/{version}/coql")
    ZohoJson.@Nullable Rows query(@PathParam("version") String version, ZohoJson.Select select);

    /** https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html */
    @POST
    @Path("crm/{version}/__composite_requests")
    ZohoJson.Together together(@PathParam("version") String version, ZohoJson.Composite composite);

    /** https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html */
    @POST
    @Path("crm/{version}/{module}")
    ZohoJson.Written insert(
            @PathParam("version") String version, @PathParam("module") String module, ZohoJson.Write write);

    /** https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html */
    @GET
    @Path("crm/{version}/settings/fields")
    ZohoJson.@Nullable Fields fields(@PathParam("version") String version, @QueryParam("module") String module);

    /** https://www.zoho.com/crm/developer/docs/api/v8/notifications/get-details.html */
    @GET
    @Path("crm/{version}/actions/watch")
    ZohoJson.@Nullable Channels channels(@PathParam("version") String version, @QueryParam("channel_id") String id);

    /** https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html */
    @POST
    @Path("crm/{version}/actions/watch")
    ZohoJson.Watched watch(@PathParam("version") String version, ZohoJson.Watch watch);

    /** https://www.zoho.com/crm/developer/docs/api/v8/notifications/update-details.html */
    @PUT
    @Path("crm/{version}/actions/watch")
    ZohoJson.Watched renew(@PathParam("version") String version, ZohoJson.Watch watch);

    /** https://www.zoho.com/crm/developer/docs/api/v8/notifications/disable.html */
    @DELETE
    @Path("crm/{version}/actions/watch")
    ZohoJson.@Nullable Watched stop(@PathParam("version") String version, @QueryParam("channel_ids") String ids);
}
