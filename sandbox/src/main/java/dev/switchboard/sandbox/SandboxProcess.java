package dev.switchboard.sandbox;

import java.io.UncheckedIOException;
import java.util.List;

/** {@code java -jar sandbox.jar --port 8099}: the sandbox as a process of its own, until it is stopped. */
public final class SandboxProcess {

    private static final int STANDARD_PORT = 8_099;

    private SandboxProcess() {}

    public static void main(String[] arguments) {
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(port(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println("sandbox: " + e.getMessage() + " (usage: --port <number>)");
            System.exit(2);
            return;
        } catch (UncheckedIOException e) {
            System.err.println("sandbox: " + e.getMessage() + "; is the port taken? Choose another with --port");
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println(
                "sandbox: " + String.join(", ", sandbox.systems()) + " on http://127.0.0.1:" + sandbox.port());
    }

    private static int port(List<String> arguments) {
        if (arguments.isEmpty()) {
            return STANDARD_PORT;
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals("--port")) {
            throw new IllegalArgumentException("unknown arguments " + arguments);
        }
        return Integer.parseInt(arguments.getLast());
    }
}
