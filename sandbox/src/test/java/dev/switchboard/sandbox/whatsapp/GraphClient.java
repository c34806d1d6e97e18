package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls the simulated Graph API. */
final class GraphClient {

    static final String NUMBER = "/v25.0/" + WhatsappSandbox.PHONE_NUMBER_ID;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;

    GraphClient(Sandbox sandbox) {
        baseUrl = sandbox.baseUrl("whatsapp");
    }

    HttpResponse<String> send(String message) throws IOException, InterruptedException {
        return post(NUMBER + "/messages", "application/json", message);
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        return exchange(request(baseUrl + path, WhatsappSandbox.ACCESS_TOKEN)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return getAbsolute(baseUrl + path, WhatsappSandbox.ACCESS_TOKEN);
    }

    HttpResponse<String> getAs(String token, String path) throws IOException, InterruptedException {
        return getAbsolute(baseUrl + path, token);
    }

    HttpResponse<String> getAbsolute(String url, String token) throws IOException, InterruptedException {
        return exchange(request(url, token).GET());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    private static HttpRequest.Builder request(String url, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
