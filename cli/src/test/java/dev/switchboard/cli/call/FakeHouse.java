package dev.switchboard.cli.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Event;
import dev.switchboard.events.OutboundCommand.SendMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that refuses what is not signed, and systems that answer when the caller hangs up. */
final class FakeHouse implements Trail, AutoCloseable {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final String greeting;

    FakeHouse(String greeting) throws IOException {
        this.greeting = greeting;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::gateway);
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
                    case "/call-status" -> hungUp(fields);
                    default -> throw new IllegalStateException("nobody calls " + exchange.getRequestURI());
                });
    }

    private String hungUp(Map<String, String> call) {
        var id = new ConversationId(call.getOrDefault("CallSid", ""));
        var sarah = new Customer("zoho", "501", "Sarah", "Sarah Lee", null, null, null, null, List.of());
        var ticket = new Answer.TicketOpened(id, "intercom", "12345", URI.create("https://desk.example/12345"), NOW);
        events.addAll(List.of(
                new Answer.CustomerIdentified(id, "zoho", sarah, false, NOW),
                ticket,
                ticket,
                new Answer.TicketOpened(new ConversationId("another"), "intercom", "7", null, NOW),
                new SendMessage(id, "ticket-number", Channel.SMS, "+1", "+2", "Your ticket is 12345."),
                new Answer.ActivityLogged(id, "zoho", "77", NOW)));
        return "";
    }

    /** What is read from Kafka in a real house. */
    @Override
    public List<Event> next() {
        var since = List.copyOf(events);
        events.clear();
        return since;
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
