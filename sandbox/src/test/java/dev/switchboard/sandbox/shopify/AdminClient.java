package dev.switchboard.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Calls the simulated Admin API as an app would. */
final class AdminClient {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;

    AdminClient(Sandbox sandbox) {
        baseUrl = sandbox.baseUrl("shopify");
    }

    JsonNode query(String query, Map<String, ?> variables) throws Exception {
        return json(graphql("2026-10", ShopifySandbox.STATIC_TOKEN, query, variables));
    }

    HttpResponse<String> graphql(String version, String token, String query, Map<String, ?> variables)
            throws Exception {
        String body = MAPPER.writeValueAsString(Map.of("query", query, "variables", variables));
        return post(
                "/admin/api/" + version + "/graphql.json", "application/json", body, "X-Shopify-Access-Token", token);
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }
}
