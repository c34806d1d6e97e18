package dev.switchboard.cli.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the simulated vendors hold, read through the sandbox's administration. */
final class SandboxRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI sandbox;

    SandboxRecords(URI sandbox) {
        this.sandbox = sandbox;
    }

    /** In the order they came. */
    List<JsonNode> of(RecordKind kind) {
        var url = sandbox.resolve("/_sandbox/" + kind.system() + "/records/" + kind.type());
        try {
            var answer = http.send(HttpRequest.newBuilder(url).timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CallFailed("The sandbox answered " + url + " with HTTP " + answer.statusCode() + ".");
            }
            var records = new ArrayList<JsonNode>();
            JSON.readTree(answer.body()).forEach(records::add);
            return records;
        } catch (IOException e) {
            throw new CallFailed("The sandbox does not answer on " + url + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("The call was interrupted.", e);
        }
    }
}
