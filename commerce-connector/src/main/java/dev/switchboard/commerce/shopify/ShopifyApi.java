package dev.switchboard.commerce.shopify;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The endpoints we use: one for tokens, one for everything else. */
@Path("/admin")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ShopifyApi {
    /** https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant. */
    @POST
    @Path("/oauth/access_token")
    ShopifyJson.Token token(ShopifyJson.TokenRequest request);

    /** https://shopify.dev/docs/api/admin-graphql. */
    @POST
    @Path("/api/{version}/graphql.json")
    ShopifyJson.Answer execute(@PathParam("version") String version, ShopifyJson.Request request);
}
