package dev.switchboard.localkafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address. */
final class Ports {
    /**
     * Below the range from which Linux (32768 and up) and macOS (49152 and up) take the near end of outgoing connections. While
     * the broker is stopped, a client that keeps knocking on a port of that range can end up connected to itself, and
     * the broker's port is taken.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 200;

    private Ports() {}

    static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new KafkaCannotStart(
                "No free port found between " + FIRST + " and " + LAST + ": stop what listens there, or name a port.");
    }

    static boolean isFree(int port) {
        try (var ignored = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
