package dev.switchboard.integration.port;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import java.util.Optional;

/** The ability to send a written message. */
public interface TextSender extends IntegratedSystem {
    /** Sends a text; splits nothing: the adapter refuses what is too long for the channel. */
    @Operation(endpoint = "/messages/send", kind = Kind.CREATE, existing = "sentText")
    SentMessage sendText(SendText command);

    /** The message an earlier attempt of the command sent; empty also when the vendor cannot tell. */
    @Operation(endpoint = "/messages/find-sent", kind = Kind.LOOKUP)
    Optional<SentMessage> sentText(SendText command);
}
