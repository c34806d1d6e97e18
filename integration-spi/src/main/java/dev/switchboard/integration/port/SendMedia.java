package dev.switchboard.integration.port;

import dev.switchboard.integration.IdempotencyKey;
import java.net.URI;

/** Send a file by its public link; {@code caption} may be empty. */
public record SendMedia(IdempotencyKey key, String from, String to, Kind kind, URI link, String caption)
        implements Command {
    /** What the file is. */
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT
    }
}
