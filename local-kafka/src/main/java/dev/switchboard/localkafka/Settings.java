package dev.switchboard.localkafka;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the broker listens and where its data lives.
 *
 * @param port the port on 127.0.0.1; 0 picks a free one, which then stays the same over {@code stop} and {@code start}
 * @param data the folder that keeps the data; null makes a temporary one that {@code close} deletes
 */
public record Settings(int port, @Nullable Path data) {
    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
        }
    }

    /** A free port and a temporary folder: what a test wants. */
    public static Settings temporary() {
        return new Settings(0, null);
    }

    public static Settings kept(int port, Path data) {
        return new Settings(port, data);
    }
}
