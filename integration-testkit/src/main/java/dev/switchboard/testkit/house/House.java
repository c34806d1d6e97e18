package dev.switchboard.testkit.house;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxCredentials;
import dev.switchboard.testkit.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Kafka, the sandbox and the services a test asks for. Everything ends with {@link #close}. */
public final class House implements AutoCloseable {
    public static final String GATEWAY = "gateway-service";
    public static final String CRM = "crm-connector";
    public static final String TICKETING = "ticketing-connector";
    public static final String TELEPHONY = "telephony-connector";
    public static final String COMMERCE = "commerce-connector";
    public static final String MONITOR = "monitor-service";

    private static final Set<String> ONE_OF_EACH = Set.of("salesforce", "zendesk", "shopify", "twilio", "whatsapp");

    private final Broker kafka;
    private final Sandbox sandbox = Sandbox.start(0);
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    private House(Broker kafka, Set<String> systems, Map<String, String> settings) {
        this.kafka = kafka;
        String url = "http://127.0.0.1:" + sandbox.port();
        SandboxCredentials.of(url).forEach((system, credentials) -> {
            if (systems.contains(system)) {
                environment.putAll(credentials);
            }
        });
        sandbox.systems()
                .forEach(system -> environment.put("SWITCHBOARD_QUOTA_" + system.toUpperCase(Locale.ROOT), "1000000"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("SWITCHBOARD_SPOOL_DIRECTORY", temporary("spool").toString());
        environment.put("SWITCHBOARD_MONITOR_STATE_FOLDER", temporary("monitor").toString());
        environment.put("SWITCHBOARD_MONITOR_TICK", "PT0.5S");
        // A test that asks a CRM wants it asked each time.
        environment.put("SWITCHBOARD_CRM_REMEMBER_CALLERS", "0S");
        environment.putAll(settings);
        kafka.createTopics(TestHouse.topics());
    }

    /** A house with these services, all ready, and one system of each kind. It closes {@code kafka} with itself. */
    public static House with(Broker kafka, Map<String, String> settings, String... modules) {
        return with(kafka, ONE_OF_EACH, settings, modules);
    }

    /** The same with these systems. */
    public static House with(Broker kafka, Set<String> systems, Map<String, String> settings, String... modules) {
        House house = new House(kafka, systems, settings);
        try {
            for (String module : modules) {
                house.begin(module);
            }
            house.services.values().forEach(ServiceProcess::ready);
            if (house.services.containsKey(GATEWAY)) {
                house.sandbox.sendWebhooksTo(URI.create(house.gatewayUrl()));
            }
            return house;
        } catch (RuntimeException | AssertionError e) {
            house.close();
            throw e;
        }
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Broker kafka() {
        return kafka;
    }

    public ServiceProcess service(String module) {
        ServiceProcess service = services.get(module);
        if (service == null) {
            throw new IllegalArgumentException(module + " does not run in this house");
        }
        return service;
    }

    /** kill -9 and a start on the same port; returns when it is ready. */
    public void killAndRestart(String module) {
        kill(module);
        restart(module);
    }

    public void kill(String module) {
        service(module).kill();
    }

    public void restart(String module) {
        services.put(module, process(module, service(module).port()).ready());
    }

    /** One more replica; the test closes it. */
    public ServiceProcess replica(String module) {
        return process(module, freePort());
    }

    /** A caller with this number. */
    public Phone phone(String number) {
        return phone(number, Phone.LINE);
    }

    /** A caller with this number, who dials that line. */
    public Phone phone(String number, String line) {
        return new Phone(service(GATEWAY).port(), publicUrl(), number, line);
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + service(GATEWAY).port();
    }

    /** The vendor's records of a type whose JSON matches. */
    public List<JsonNode> records(String system, String type) {
        return sandbox.records(system, type);
    }

    private void begin(String module) {
        int port = freePort();
        if (module.equals(GATEWAY)) {
            environment.put("SWITCHBOARD_PUBLIC_URL", "http://127.0.0.1:" + port);
        }
        services.put(module, process(module, port));
    }

    private ServiceProcess process(String module, int port) {
        return ServiceProcess.start(module, port, environment);
    }

    private String publicUrl() {
        return environment.getOrDefault("SWITCHBOARD_PUBLIC_URL", "");
    }

    @Override
    public void close() {
        services.values().forEach(ServiceProcess::close);
        sandbox.close();
        kafka.close();
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
