package dev.switchboard.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** One simulated vendor as a test sees it: what it holds, what it was asked, and what shall go wrong next. */
public final class VendorTwin {
    /** The setting with the sandbox's address. */
    public static final String URL = "switchboard.test.sandbox-url";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String sandboxUrl;
    private final String system;

    public VendorTwin(String sandboxUrl, String system) {
        this.sandboxUrl = sandboxUrl;
        this.system = system;
    }

    /** The vendor in the sandbox that {@link TestHouse} started. */
    public static VendorTwin of(String system) {
        return new VendorTwin(ConfigProvider.getConfig().getValue(URL, String.class), system);
    }

    public String system() {
        return system;
    }

    /** Everything of a type that the vendor holds, in the vendor's own shape, oldest first. */
    public List<JsonNode> records(String type) {
        return list(send("GET", "/records/" + type, null));
    }

    /** Adds something as if typed into the vendor's own user interface. */
    public JsonNode add(String type, ObjectNode fields) {
        return send("POST", "/records/" + type, fields);
    }

    /** Requests and answers, oldest first. */
    public List<JsonNode> exchanges() {
        return list(send("GET", "/exchanges", null));
    }

    /** The next {@code times} requests go wrong. */
    public void fail(String kind, int times) {
        fail(JSON.createObjectNode().put("kind", kind).put("times", times));
    }

    /** The next {@code times} requests with this method go wrong. */
    public void failOn(String method, String kind, int times) {
        fail(JSON.createObjectNode().put("kind", kind).put("times", times).put("method", method));
    }

    /** Goes wrong as described: the fields of the sandbox's {@code POST /faults}. */
    public void fail(ObjectNode fault) {
        send("POST", "/faults", fault);
    }

    public void heal() {
        send("DELETE", "/faults", null);
    }

    public void expireTokens() {
        send("POST", "/expire-tokens", null);
    }

    /** Sets one of the vendor's switches. */
    public void set(String name, JsonNode value) {
        send("PUT", "/switches/" + name, JSON.createObjectNode().set("value", value));
    }

    /** Back to the seed. */
    public void reset() {
        send("POST", "/reset", null);
    }

    /** A new JSON object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandboxUrl + "/_sandbox/" + system + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalArgumentException(
                        method + " " + path + " of the sandbox: " + response.statusCode() + " " + response.body());
            }
            return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
