package dev.switchboard.sandbox.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls the simulated Twilio as a program with the account's own credentials would. */
final class TwilioClient {

    static final String ACCOUNT = "/2010-04-01/Accounts/" + TwilioSandbox.ACCOUNT_SID;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final String authorization;

    TwilioClient(Sandbox sandbox, String user, String password) {
        baseUrl = sandbox.baseUrl("twilio");
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static TwilioClient of(Sandbox sandbox) {
        return new TwilioClient(sandbox, TwilioSandbox.ACCOUNT_SID, "twilio-sandbox-token");
    }

    /** Names and values by turns, with {@code path} below the account. */
    HttpResponse<String> post(String path, String... pairs) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(encode(pairs[i]))
                    .append('=')
                    .append(encode(pairs[i + 1]));
        }
        return send(request(ACCOUNT + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    HttpResponse<String> get(String absolutePath) throws IOException, InterruptedException {
        return send(request(absolutePath).GET());
    }

    HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
        return send(request(ACCOUNT + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
