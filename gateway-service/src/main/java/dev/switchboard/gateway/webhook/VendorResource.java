package dev.switchboard.gateway.webhook;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where CRMs, helpdesks and shops tell us what changed. */
@Path("/webhooks/{system}")
@RunOnVirtualThread
@Tag(name = "Systems", description = "Webhooks of CRMs, helpdesks and shops")
public final class VendorResource {
    private final VendorWebhooks webhooks;

    VendorResource(VendorWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @HEAD
    @Operation(summary = "Whether the system's webhooks are taken: some vendors ask before they send the first")
    @APIResponse(responseCode = "200", description = "They are")
    @APIResponse(responseCode = "404", description = "No such system, or its webhook secret is not set")
    public Response asked(@PathParam("system") String system) {
        webhooks.mustBeOn(system);
        return Response.ok().build();
    }

    @POST
    @Operation(summary = "A signed webhook of the system whose card has this id")
    @APIResponse(responseCode = "200", description = "The webhook is durable, or came before")
    @APIResponse(responseCode = "401", description = "The system proves itself by a password, and it is wrong")
    @APIResponse(responseCode = "403", description = "The signature is missing, wrong or too old")
    @APIResponse(responseCode = "404", description = "No such system, or its webhook secret is not set")
    public Response signed(@PathParam("system") String system, @Context HttpServerRequest http, byte[] body) {
        return accepted(webhooks.receive(system, null, InboundRequest.of(http, body)));
    }

    @POST
    @Path("/{secret}")
    @Operation(summary = "A webhook of a system that signs nothing: the secret is part of its address")
    @APIResponse(responseCode = "200", description = "The webhook is durable, or came before")
    @APIResponse(responseCode = "403", description = "The secret is wrong")
    public Response unsigned(
            @PathParam("system") String system,
            @PathParam("secret") String secret,
            @Context HttpServerRequest http,
            byte[] body) {
        return accepted(webhooks.receive(system, secret, InboundRequest.of(http, body)));
    }

    private static Response accepted(Optional<String> xml) {
        return xml.map(answer -> Response.ok(answer, MediaType.TEXT_XML_TYPE.withCharset("UTF-8")))
                .orElseGet(Response::ok)
                .build();
    }
}
