package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;

/** Asks a system to make something; the same command may come twice and must be done once. */
public interface Command {
    IdempotencyKey key();
}
