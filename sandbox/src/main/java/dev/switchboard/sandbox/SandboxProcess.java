package dev.switchboard.sandbox;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code java -jar sandbox.jar --port 8099 --webhooks http://127.0.0.1:8080}: the sandbox as a process of its own, until it is stopped. */
public final class SandboxProcess {

    private static final String STANDARD_PORT = "8099";
    private static final Set<String> KNOWN = Set.of("--port", "--webhooks");

    private SandboxProcess() {}

    public static void main(String[] arguments) {
        Sandbox sandbox;
        try {
            Map<String, String> options = options(List.of(arguments));
            sandbox = Sandbox.start(Integer.parseInt(options.getOrDefault("--port", STANDARD_PORT)));
            String receiver = options.get("--webhooks");
            if (receiver != null) {
                sandbox.sendWebhooksTo(URI.create(receiver));
            }
        } catch (IllegalArgumentException e) {
            System.err.println("sandbox: " + e.getMessage() + " (usage: --port <number> --webhooks <receiver's URL>)");
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

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        if (arguments.size() % 2 != 0 || !KNOWN.containsAll(options.keySet())) {
            throw new IllegalArgumentException("unknown arguments " + arguments);
        }
        return options;
    }
}
