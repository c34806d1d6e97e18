package dev.switchboard.crm.hubspot;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** HubSpot's REST API, as far as we use it. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface HubspotApi {
    /** https://developers.hubspot.com/docs/api-reference/auth-oauth-v1/tokens */
    @POST
    @Path("oauth/{version}/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HubspotJson.Token token(
            @PathParam("version") String version,
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("refresh_token") String refreshToken);

    /** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/basic/get-crm-v3-objects-contacts */
    @GET
    @Path("crm/objects/{version}/contacts")
    HubspotJson.Objects contacts(@PathParam("version") String version, @QueryParam("limit") int limit);

    /** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/basic/get-crm-v3-objects-contacts-contactId */
    @GET
    @Path("crm/objects/{version}/contacts/{id}")
    HubspotJson.CrmObject contact(
            @PathParam("version") String version,
            @PathParam("id") String id,
            @QueryParam("properties") String properties,
            @QueryParam("associations") String associations);

    /** https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/search/post-crm-v3-objects-contacts-search */
    @POST
    @Path("crm/objects/{version}/contacts/search")
    HubspotJson.Objects search(@PathParam("version") String version, HubspotJson.Search search);

    /** https://developers.hubspot.com/docs/api-reference/crm-objects-v3/basic/post-crm-v3-objects-objectType */
    @POST
    @Path("crm/objects/{version}/{type}")
    HubspotJson.CrmObject create(
            @PathParam("version") String version, @PathParam("type") String type, HubspotJson.Create create);

    /** https://developers.hubspot.com/docs/api-reference/crm-objects-v3/batch/post-crm-v3-objects-objectType-batch-read */
    @POST
    @Path("crm/objects/{version}/{type}/batch/read")
    HubspotJson.Objects batchRead(
            @PathParam("version") String version, @PathParam("type") String type, HubspotJson.BatchRead read);

    /** https://developers.hubspot.com/docs/api-reference/crm-associations-v4/batch/post-crm-v4-associations-fromObjectType-toObjectType-batch-read */
    @POST
    @Path("crm/associations/{version}/contacts/{to}/batch/read")
    HubspotJson.Associated associated(
            @PathParam("version") String version, @PathParam("to") String to, HubspotJson.AssociatedOf read);

    /** https://developers.hubspot.com/docs/api-reference/crm-properties-v3/core/get-crm-v3-properties-objectType */
    @GET
    @Path("crm/properties/{version}/{type}")
    HubspotJson.Properties properties(@PathParam("version") String version, @PathParam("type") String type);

    /** https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/pipelines/get-crm-v3-pipelines-objectType */
    @GET
    @Path("crm/pipelines/{version}/{type}")
    HubspotJson.Pipelines pipelines(@PathParam("version") String version, @PathParam("type") String type);

    /** https://developers.hubspot.com/docs/api-reference/crm-crm-owners-v3/owners/get-crm-v3-owners-ownerId */
    @GET
    @Path("crm/owners/{version}/{id}")
    HubspotJson.Owner owner(@PathParam("version") String version, @PathParam("id") String id);
}
