package dev.switchboard.integration.port;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import java.util.Optional;

/** A chat channel. Every method may throw {@link dev.switchboard.integration.IntegrationException}. */
public interface MessagingSystem extends IntegratedSystem, TextSender {
    /** Sends a pre-approved template: what a channel allows outside its service window. */
    @Operation(endpoint = "/messages/send-template", kind = Kind.CREATE, existing = "sentTemplate")
    SentMessage sendTemplate(SendTemplate command);

    /** The message an earlier attempt of the command sent; empty also when the vendor cannot tell. */
    @Operation(endpoint = "/messages/find-sent-template", kind = Kind.LOOKUP)
    Optional<SentMessage> sentTemplate(SendTemplate command);

    /** Sends a picture, document or sound by its public link. */
    @Operation(endpoint = "/messages/send-media", kind = Kind.CREATE, existing = "sentMedia")
    SentMessage sendMedia(SendMedia command);

    /** The message an earlier attempt of the command sent; empty also when the vendor cannot tell. */
    @Operation(endpoint = "/messages/find-sent-media", kind = Kind.LOOKUP)
    Optional<SentMessage> sentMedia(SendMedia command);
}
