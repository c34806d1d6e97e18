package dev.switchboard.telephony.whatsapp;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The part of the Cloud API that is used. {@code appsecret_proof} is left out where it is null. */
@Path("/{version}/{number}")
@Produces(MediaType.APPLICATION_JSON)
interface WhatsAppApi {
    /** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    WhatsAppJson.Accepted send(
            @PathParam("version") String version,
            @PathParam("number") String number,
            @QueryParam("appsecret_proof") @Nullable String proof,
            WhatsAppJson.Outgoing message);

    /** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/phone-numbers */
    @GET
    WhatsAppJson.Line line(
            @PathParam("version") String version,
            @PathParam("number") String number,
            @QueryParam("appsecret_proof") @Nullable String proof,
            @QueryParam("fields") String fields);
}
