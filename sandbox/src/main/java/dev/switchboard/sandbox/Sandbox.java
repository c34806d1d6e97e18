package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Every vendor's API on one loopback port, each mounted at {@code /<system>}, stateful, with faults on demand. */
public final class Sandbox implements AutoCloseable {

    private static final int BACKLOG = 1_024;

    static {
        // Read once, when the JDK's server class is loaded. Without nodelay each answer waits 40 ms for an ack.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
    }

    private final Map<String, VendorSandbox> vendors = new LinkedHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Sandbox(int port, Clock clock) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        server.setExecutor(threads);
        for (VendorSandbox vendor : VendorCatalog.create(clock)) {
            vendor.reset();
            vendors.put(vendor.system(), vendor);
            server.createContext("/" + vendor.system(), new VendorEndpoint(vendor, origin(), closing));
        }
        server.createContext("/_sandbox", new SandboxAdministration(this, clock));
        server.start();
    }

    /** Port 0 takes any free one. */
    public static Sandbox start(int port) {
        return start(port, Clock.systemUTC());
    }

    public static Sandbox start(int port, Clock clock) {
        try {
            return new Sandbox(port, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on 127.0.0.1:" + port, e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String baseUrl(String system) {
        return origin() + "/" + vendor(system).system();
    }

    public Faults faults(String system) {
        return vendor(system).faults();
    }

    public Switches switches(String system) {
        return vendor(system).switches();
    }

    public Tokens tokens(String system) {
        return vendor(system).tokens();
    }

    /** The latest exchanges, oldest first. */
    public List<RecordedExchange> exchanges(String system) {
        return vendor(system).exchanges().all();
    }

    /** Copies of all records of a type, in the order they came. */
    public List<JsonNode> records(String system, String type) {
        VendorSandbox vendor = vendor(system);
        return vendor.alone(() -> vendor.records().all(type).stream()
                .<JsonNode>map(ObjectNode::deepCopy)
                .toList());
    }

    /** Adds a record in the vendor's own shape, as if typed into its user interface; returns it with its id. */
    public JsonNode addRecord(String system, String type, ObjectNode fields) {
        VendorSandbox vendor = vendor(system);
        return vendor.alone(() -> vendor.addRecord(type, fields.deepCopy()).deepCopy());
    }

    /** Where every vendor's webhooks go, e.g. {@code http://127.0.0.1:8080}; none is sent before. */
    public void sendWebhooksTo(URI receiver) {
        vendors.values().forEach(vendor -> vendor.webhooks().sendTo(receiver));
    }

    /** The webhooks a vendor sent, oldest first. */
    public List<Webhooks.Sent> webhooks(String system) {
        return vendor(system).webhooks().sent();
    }

    public void expireTokens(String system) {
        tokens(system).expireAll();
    }

    /** Back to the seed: records, tokens, faults, switches and exchanges of every vendor. */
    public void reset() {
        vendors.values().forEach(VendorSandbox::reset);
    }

    public void reset(String system) {
        vendor(system).reset();
    }

    public List<String> systems() {
        return List.copyOf(vendors.keySet());
    }

    @Override
    public void close() {
        closing.countDown();
        vendors.values().forEach(vendor -> vendor.webhooks().close());
        server.stop(0);
        threads.shutdownNow();
    }

    private String origin() {
        return "http://127.0.0.1:" + port();
    }

    private VendorSandbox vendor(String system) {
        VendorSandbox vendor = vendors.get(system);
        if (vendor == null) {
            throw new IllegalArgumentException("the sandbox has no system " + system + ", only " + vendors.keySet());
        }
        return vendor;
    }
}
