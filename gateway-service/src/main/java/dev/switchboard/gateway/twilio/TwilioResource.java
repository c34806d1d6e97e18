package dev.switchboard.gateway.twilio;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.conversation.Calls;
import dev.switchboard.gateway.conversation.Chats;
import dev.switchboard.gateway.conversation.IncomingMessage;
import dev.switchboard.gateway.conversation.Tenants;
import dev.switchboard.gateway.webhook.Form;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Twilio's webhooks. Whatever is refused is refused in plain text: Twilio reads nothing but the status of it. */
@Path("/")
@RunOnVirtualThread
@Tag(name = "Twilio", description = "Calls and texts; every request carries X-Twilio-Signature")
public final class TwilioResource {
    private static final Logger LOG = Logger.getLogger(TwilioResource.class);
    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");
    /** A colleague talked with the caller. */
    private static final Set<String> TAKEN = Set.of("completed", "answered");

    private static final Set<String> NOT_DELIVERED = Set.of("failed", "undelivered");
    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    private static final int MOST_TURNS = 1000;

    private final TwilioAccount account;
    private final Calls calls;
    private final Chats chats;
    private final Documents documents;
    private final Tenants tenants;
    private final GatewaySettings settings;
    private final Clock clock;
    private final SameAnswers answers;

    TwilioResource(
            TwilioAccount account,
            Calls calls,
            Chats chats,
            Documents documents,
            Tenants tenants,
            GatewaySettings settings,
            Clock clock) {
        this.account = account;
        this.calls = calls;
        this.chats = chats;
        this.documents = documents;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
        this.answers = new SameAnswers(clock);
    }

    @POST
    @Path("/incoming-call")
    @Operation(summary = "The phone rings: answered with a greeting, by name when the CRM knows the caller in time")
    @APIResponse(responseCode = "200", description = "TwiML that greets and listens")
    @APIResponse(responseCode = "403", description = "The signature is wrong or the webhook is of another account")
    public Response incomingCall(@Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        Conversation call = TwilioCall.conversation(form, settings.region(), tenants);
        return xml(answers.to("call/" + call.id(), () -> documents.of(calls.greet(call), 1)));
    }

    @POST
    @Path("/process-speech")
    @Operation(summary = "The caller said something or pressed keys: answered with what to say next")
    @APIResponse(responseCode = "200", description = "TwiML with the reply")
    @APIResponse(responseCode = "400", description = "The number of the turn is missing from the address")
    public Response processSpeech(
            @QueryParam("turn") @Nullable String turn, @Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        Conversation call = TwilioCall.conversation(form, settings.region(), tenants);
        int number = number(turn);
        String words = form.value("SpeechResult").or(() -> form.value("Digits")).orElse("");
        return xml(answers.to(
                "turn/" + call.id() + "/" + number + "/" + words.isEmpty(),
                () -> documents.of(calls.hear(call, number, words), number + 1)));
    }

    @POST
    @Path("/transferred")
    @Operation(summary = "A colleague's line was rung: when nobody took the call, the conversation goes on")
    @APIResponse(responseCode = "200", description = "TwiML that hangs up, or says so and listens")
    public Response transferred(
            @QueryParam("turn") @Nullable String turn, @Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        Conversation call = TwilioCall.conversation(form, settings.region(), tenants);
        if (TAKEN.contains(form.required("DialCallStatus"))) {
            return xml(Documents.hangUp());
        }
        int number = turn == null ? calls.nextTurn(call.id()) : number(turn);
        return xml(answers.to(
                "transferred/" + call.id() + "/" + number,
                () -> documents.of(calls.notPutThrough(call, number), number + 1)));
    }

    @POST
    @Path("/call-status")
    @Operation(summary = "How a call goes on; its end ends the conversation, once")
    @APIResponse(responseCode = "204", description = "Noted")
    public Response callStatus(
            @QueryParam("cmd") @Nullable String command, @Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        Conversation call = TwilioCall.conversation(form, settings.region(), tenants);
        if (OVER.contains(form.required("CallStatus"))) {
            // With a command in its address it is about a call that we placed.
            calls.over(call, command == null && TwilioCall.inbound(form), duration(form));
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/message-status")
    @Operation(summary = "What became of a text that we sent")
    @APIResponse(responseCode = "204", description = "Noted")
    public Response messageStatus(
            @QueryParam("cmd") @Nullable String command, @Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        if (NOT_DELIVERED.contains(form.required("MessageStatus"))) {
            LOG.warnf(
                    "A text was not delivered: command=%s error=%s",
                    plain(command), plain(form.value("ErrorCode").orElse(null)));
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/incoming-sms")
    @Operation(
            summary =
                    "A text arrived; the reply goes out as a message of its own, and is durable before this is answered")
    @APIResponse(responseCode = "200", description = "Empty TwiML")
    public Response incomingSms(@Context HttpServerRequest http, byte[] body) {
        Form form = account.verified(InboundRequest.of(http, body));
        String id = form.required("MessageSid");
        // Twilio answers STOP, START and HELP itself.
        String text = form.value("Body").or(() -> form.value("ButtonText")).orElse("");
        if (form.value("OptOutType").isEmpty() && !text.isEmpty()) {
            chats.receive(new IncomingMessage(
                            channel(form),
                            TwilioCall.PROVIDER,
                            id,
                            address(form.required("From")),
                            address(form.required("To")),
                            form.value("ProfileName").orElse(null),
                            text,
                            clock.instant()))
                    .join();
        }
        return xml(EMPTY);
    }

    /** WhatsApp through Twilio comes here too, with addresses of its own. */
    private static Channel channel(Form form) {
        return form.required("From").startsWith("whatsapp:") ? Channel.WHATSAPP : Channel.SMS;
    }

    private String address(String written) {
        return TwilioCall.address(written.replaceFirst("^whatsapp:", ""), settings.region());
    }

    /** What is fit for a log: ids and numbers are, nothing a customer wrote is. */
    private static String plain(@Nullable String value) {
        return value != null && value.matches("[0-9A-Za-z-]{1,64}") ? value : "none";
    }

    private static int number(@Nullable String turn) {
        if (turn == null || !turn.matches("[1-9][0-9]{0,3}") || Integer.parseInt(turn) > MOST_TURNS) {
            throw RefusedException.malformed("The address needs the number of the turn, e.g. ?turn=1.");
        }
        return Integer.parseInt(turn);
    }

    private static Duration duration(Form form) {
        return form.value("CallDuration")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static Response xml(String document) {
        return Response.ok(document, "text/xml; charset=UTF-8").build();
    }
}
