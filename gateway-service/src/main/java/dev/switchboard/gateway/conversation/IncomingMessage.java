package dev.switchboard.gateway.conversation;

import dev.switchboard.events.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A written message of a customer.
 *
 * @param id the provider's id of the message; the same when it is delivered again
 * @param senderName the name the channel gives; null when it gives none
 * @param at when it was written
 */
public record IncomingMessage(
        Channel channel,
        String provider,
        String id,
        String from,
        String to,
        @Nullable String senderName,
        String text,
        Instant at) {}
