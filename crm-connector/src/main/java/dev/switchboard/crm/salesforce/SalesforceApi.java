package dev.switchboard.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Salesforce's REST API, as far as we use it. */
@Path("/services")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface SalesforceApi {
    /** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm */
    @POST
    @Path("/oauth2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    SalesforceJson.Token byAssertion(
            @FormParam("grant_type") String grantType, @FormParam("assertion") String assertion);

    /** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
    @POST
    @Path("/oauth2/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    SalesforceJson.Token byClientCredentials(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret);

    /** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_userinfo_endpoint.htm */
    @GET
    @Path("/oauth2/userinfo")
    JsonNode userInfo();

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm */
    @GET
    @Path("/data/{version}/limits")
    JsonNode limits(@PathParam("version") String version);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm */
    @GET
    @Path("/data/{version}/query")
    SalesforceJson.Rows query(@PathParam("version") String version, @QueryParam("q") String soql);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized.htm */
    @POST
    @Path("/data/{version}/parameterizedSearch")
    SalesforceJson.Found search(@PathParam("version") String version, SalesforceJson.Search search);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
    @POST
    @Path("/data/{version}/composite")
    SalesforceJson.CompositeAnswer composite(@PathParam("version") String version, SalesforceJson.Composite composite);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
    @GET
    @Path("/data/{version}/sobjects/{type}/describe")
    SalesforceJson.Description describe(@PathParam("version") String version, @PathParam("type") String type);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_basic_info_post.htm */
    @POST
    @Path("/data/{version}/sobjects/{type}")
    SalesforceJson.Saved insert(
            @PathParam("version") String version,
            @PathParam("type") String type,
            @HeaderParam("Sforce-Duplicate-Rule-Header") @Nullable String duplicateRule,
            @HeaderParam("Sforce-Auto-Assign") @Nullable String autoAssign,
            Map<String, Object> values);

    /** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_upsert_patch.htm */
    @PATCH
    @Path("/data/{version}/sobjects/{type}/{field}/{value}")
    SalesforceJson.Saved upsert(
            @PathParam("version") String version,
            @PathParam("type") String type,
            @PathParam("field") String field,
            @PathParam("value") String value,
            @HeaderParam("Sforce-Auto-Assign") @Nullable String autoAssign,
            Map<String, Object> values);
}
