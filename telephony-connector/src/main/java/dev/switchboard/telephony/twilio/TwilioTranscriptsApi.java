package dev.switchboard.telephony.twilio;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;

/** Conversational Intelligence, which lives on a host of its own. */
@Path("/v2/Transcripts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface TwilioTranscriptsApi {
    /** https://www.twilio.com/docs/voice/intelligence/api/transcript-resource#read-multiple-transcript-resources */
    @GET
    TwilioJson.Transcripts ofRecording(
            @Url String host,
            @HeaderParam("Authorization") String authorization,
            @QueryParam("ServiceSid") String service,
            @QueryParam("SourceSid") String recording);

    /** https://www.twilio.com/docs/voice/intelligence/api/transcript-resource#create-a-transcript */
    @POST
    TwilioJson.Transcript ask(@Url String host, @HeaderParam("Authorization") String authorization, Form transcript);

    /** https://www.twilio.com/docs/voice/intelligence/api/transcript-sentence-resource */
    @GET
    @Path("/{transcript}/Sentences")
    TwilioJson.Sentences sentences(
            @Url String host,
            @HeaderParam("Authorization") String authorization,
            @PathParam("transcript") String transcript,
            @QueryParam("PageSize") int pageSize);
}
