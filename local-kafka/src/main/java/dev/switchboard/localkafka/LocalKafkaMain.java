package dev.switchboard.localkafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The broker as a process of its own: {@code LocalKafkaMain --port 19092 --data <folder> [--stop-with-parent]}. It writes
 * "Kafka is ready on 127.0.0.1:19092" when it takes requests, and runs until it is told to end (SIGTERM, SIGINT), or, with
 * {@code --stop-with-parent}, until its standard input closes, which it does when the process that started it is gone.
 */
public final class LocalKafkaMain {
    private static final String USAGE = "usage: LocalKafkaMain [--port <port>] [--data <folder>] [--stop-with-parent]";
    private static final int WRONG_USE = 2;

    private LocalKafkaMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        // Before the first logger: the loggers that Kafka writes to are the JBoss LogManager's.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        try {
            run(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; " + USAGE);
            System.exit(WRONG_USE);
        } catch (KafkaCannotStart e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments) throws InterruptedException {
        var options = options(arguments);
        var kafka = LocalKafka.start(
                new Settings(port(options.getOrDefault("--port", "0")), folder(options.get("--data"))));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-kafka"));
        System.out.println("Kafka is ready on " + kafka.bootstrapServers());
        if (options.containsKey("--stop-with-parent")) {
            awaitEndOfInput();
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var name = left.next();
            switch (name) {
                case "--stop-with-parent" -> options.put(name, "");
                case "--port", "--data" -> {
                    if (!left.hasNext()) {
                        throw new IllegalArgumentException(name + " needs a value");
                    }
                    options.put(name, left.next());
                }
                default -> throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return options;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port " + text + " is not a number", e);
        }
    }

    private static @Nullable Path folder(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // whatever is written there has no meaning; only its end has
            }
        } catch (IOException _) {
            // a broken pipe is an end as well
        }
    }
}
