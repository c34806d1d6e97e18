package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;
import java.util.List;

/** Send an approved template; {@code language} as the vendor writes it, e.g. {@code en_US}; parameters fill its body in order. */
public record SendTemplate(
        IdempotencyKey key, String from, String to, String template, String language, List<String> parameters)
        implements Command {
    public SendTemplate {
        parameters = List.copyOf(parameters);
    }
}
