package dev.switchboard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls a sandbox as an adapter would, with a plain HTTP client. */
public final class SandboxClient {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final String baseUrl;
    private final String authorization;
    private final HttpClient http;
    private final String[] headers;

    private SandboxClient(String baseUrl, String authorization, HttpClient http, String... headers) {
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.http = http;
        this.headers = headers.clone();
    }

    public static SandboxClient of(String baseUrl) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new SandboxClient(baseUrl, "", http);
    }

    public SandboxClient authorizedBy(String credential) {
        return new SandboxClient(baseUrl, credential, http, headers);
    }

    public SandboxClient with(String... nameAndValue) {
        return new SandboxClient(baseUrl, authorization, http, nameAndValue);
    }

    public Reply get(String path) {
        return reply("GET", path, "", "application/json");
    }

    public Reply send(String method, String path, String json) {
        return reply(method, path, json.replace('\'', '"'), "application/json");
    }

    public Reply form(String path, String encoded) {
        return reply("POST", path, encoded, "application/x-www-form-urlencoded");
    }

    private Reply reply(String method, String path, String body, String contentType) {
        try {
            return exchange(method, path, body, contentType);
        } catch (IOException e) {
            return new Reply(0, "", null);
        }
    }

    /** Throws when there is no answer. */
    public Reply exchange(String method, String path, String body, String contentType) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(Duration.ofSeconds(2))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** An answer; status 0 when there was none. */
    public record Reply(int status, String body, @Nullable HttpResponse<String> response) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        public String header(String name) {
            return response == null ? "" : response.headers().firstValue(name).orElse("");
        }
    }
}
