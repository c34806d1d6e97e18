package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;

/** Send a text; {@code from} and {@code to} are addresses on the channel. */
public record SendText(IdempotencyKey key, String from, String to, String text) implements Command {}
