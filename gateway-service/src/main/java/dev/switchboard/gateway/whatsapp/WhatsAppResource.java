package dev.switchboard.gateway.whatsapp;

import dev.switchboard.gateway.conversation.Chats;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meta's webhooks for WhatsApp. */
@Path("/webhooks/whatsapp")
@RunOnVirtualThread
@Tag(name = "WhatsApp", description = "Messages; every batch carries X-Hub-Signature-256")
public final class WhatsAppResource {
    private final WhatsAppApp app;
    private final Chats chats;

    WhatsAppResource(WhatsAppApp app, Chats chats) {
        this.app = app;
        this.chats = chats;
    }

    @GET
    @Operation(summary = "Meta asks whether this address is ours")
    @APIResponse(responseCode = "200", description = "The challenge, as it came")
    @APIResponse(responseCode = "403", description = "The verify token is wrong")
    public Response challenge(
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.verify_token") @Nullable String token,
            @QueryParam("hub.challenge") @Nullable String challenge) {
        app.checkToken(token == null ? "" : token);
        if (!"subscribe".equals(mode) || challenge == null || !challenge.matches("[A-Za-z0-9_-]{1,200}")) {
            throw RefusedException.malformed("The parameters hub.mode=subscribe and hub.challenge are needed.");
        }
        return Response.ok(challenge, "text/plain").build();
    }

    @POST
    @Operation(summary = "A batch of messages and statuses; accepted when the reply to every message is durable")
    @APIResponse(responseCode = "200", description = "Every message has its reply, or came before")
    @APIResponse(responseCode = "403", description = "The signature is missing or wrong")
    public Response batch(@Context HttpServerRequest http, byte[] body) {
        InboundRequest request = InboundRequest.of(http, body);
        CompletableFuture.allOf(WhatsAppBatch.messages(app.verified(request)).stream()
                        .map(chats::receive)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        return Response.ok().build();
    }
}
