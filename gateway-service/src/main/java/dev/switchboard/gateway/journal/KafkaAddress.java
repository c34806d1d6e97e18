package dev.switchboard.gateway.journal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Kafka is, and whether anybody listens there: a look that costs nothing and leaves nothing in Kafka. */
@Singleton
final class KafkaAddress {
    private static final int PATIENCE_MILLIS = 1000;
    private static final Pattern HOST_PORT = Pattern.compile("(?:[A-Z_]+://)?\\[?([^\\]]+?)\\]?:([0-9]+)");

    private final List<Matcher> servers;

    KafkaAddress(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = Stream.of(servers.split(",", -1))
                .map(server -> HOST_PORT.matcher(server.strip()))
                .filter(Matcher::matches)
                .toList();
    }

    boolean listens() {
        return servers.stream().anyMatch(server -> listens(server.group(1), Integer.parseInt(server.group(2))));
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
