package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;

/** Call {@code to} and say {@code say}. */
public record PlaceCall(IdempotencyKey key, PhoneNumber from, PhoneNumber to, String say) implements Command {}
