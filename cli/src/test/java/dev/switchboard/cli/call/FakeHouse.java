package dev.switchboard.cli.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway and a sandbox on one port; the gateway refuses what is not signed, and opens a ticket when the caller hangs up. */
final class FakeHouse implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> tickets = new CopyOnWriteArrayList<>(List.of("{\"id\":7,\"subject\":\"old\"}"));
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> tasks = new CopyOnWriteArrayList<>();
    private final String greeting;

    FakeHouse(String greeting) throws IOException {
        this.greeting = greeting;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::gateway);
        server.createContext("/_sandbox/", this::sandbox);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> requests() {
        return requests;
    }

    private void gateway(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new TreeMap<String, String>();
        for (var pair : body.split("&", -1)) {
            var parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        var url = "http://127.0.0.1:" + port() + exchange.getRequestURI();
        var expected = new TwilioSignature("twilio-sandbox-token").of(url, fields);
        if (!expected.equals(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"))) {
            answer(exchange, 403, "forged");
            return;
        }
        var speech = fields.getOrDefault("SpeechResult", "");
        requests.add(exchange.getRequestURI() + " " + fields.get("CallStatus") + " " + speech);
        answer(
                exchange,
                200,
                switch (exchange.getRequestURI().toString()) {
                    case "/incoming-call" -> gather(greeting, 1);
                    case "/process-speech?t=1" -> gather("Your order 1001 shipped yesterday with UPS.", 2);
                    case "/process-speech?t=2" -> "<Response><Redirect>/wait</Redirect></Response>";
                    case "/wait" -> gather("I am sorry, I am opening a ticket.", 3);
                    case "/call-status" -> hungUp();
                    default -> throw new IllegalStateException("nobody calls " + exchange.getRequestURI());
                });
    }

    private String hungUp() {
        tickets.add("{\"id\":12345,\"subject\":\"Parcel arrived broken\",\"priority\":\"high\"}");
        messages.add("{\"sid\":\"SM1\",\"body\":\"Your ticket is 12345.\"}");
        tasks.add("{\"Id\":\"00T1\",\"Subject\":\"Call\"}");
        return "";
    }

    private void sandbox(HttpExchange exchange) throws IOException {
        var records = switch (exchange.getRequestURI().getPath()) {
            case "/_sandbox/zendesk/records/tickets" -> tickets;
            case "/_sandbox/twilio/records/messages" -> messages;
            case "/_sandbox/salesforce/records/Task" -> tasks;
            case "/_sandbox/salesforce/records/Contact" ->
                List.of("{\"Id\":\"0031\",\"FirstName\":\"Sarah\",\"LastName\":\"Lee\",\"Phone\":\"(415) 555-0100\"}");
            default -> List.<String>of();
        };
        answer(exchange, 200, records.toString());
    }

    private static String gather(String said, int turn) {
        return "<Response><Gather input=\"speech\" action=\"/process-speech?t=" + turn + "\"><Say>" + said
                + "</Say></Gather></Response>";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
