package dev.switchboard.cli.house;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A process that answers 200 to everything, or, when its environment says so, ends with a complaint. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        int port = Integer.parseInt(arguments.length >= 2 ? arguments[1] : environment.get("QUARKUS_HTTP_PORT"));
        if (Integer.toString(port).equals(environment.get("FAILING_PORT"))) {
            System.out.println("2026-01-01 INFO starting");
            System.out.println("ERROR ZENDESK_OAUTH_CLIENT_SECRET is not set");
            System.out.println("\tat dev.switchboard.Nowhere.main(Nowhere.java:1)");
            System.exit(3);
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
