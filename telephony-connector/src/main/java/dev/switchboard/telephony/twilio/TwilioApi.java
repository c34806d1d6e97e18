package dev.switchboard.telephony.twilio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;

/** The part of the core API that is used. Requests are forms, answers JSON. */
@Path("/2010-04-01/Accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface TwilioApi {
    /** https://www.twilio.com/docs/iam/api/account#fetch-an-account-resource */
    @GET
    @Path("/{account}.json")
    TwilioJson.Account account(@PathParam("account") String account);

    /** https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
    @POST
    @Path("/{account}/Messages.json")
    TwilioJson.Message send(@PathParam("account") String account, Form message);

    /** https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources */
    @GET
    @Path("/{account}/Messages.json")
    TwilioJson.Messages messages(
            @PathParam("account") String account,
            @QueryParam("To") String to,
            @QueryParam("DateSent>") String since,
            @QueryParam("PageSize") int pageSize);

    /** https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
    @POST
    @Path("/{account}/Calls.json")
    TwilioJson.Call place(@PathParam("account") String account, Form call);

    /** https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources */
    @GET
    @Path("/{account}/Calls.json")
    TwilioJson.Calls calls(
            @PathParam("account") String account,
            @QueryParam("From") String from,
            @QueryParam("To") String to,
            @QueryParam("StartTime>") String since,
            @QueryParam("PageSize") int pageSize);

    /** https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource */
    @POST
    @Path("/{account}/Calls/{call}.json")
    TwilioJson.Call update(@PathParam("account") String account, @PathParam("call") String call, Form change);

    /** https://www.twilio.com/docs/voice/api/recording#fetch-a-calls-recordings */
    @GET
    @Path("/{account}/Calls/{call}/Recordings.json")
    TwilioJson.Recordings recordings(@PathParam("account") String account, @PathParam("call") String call);
}
