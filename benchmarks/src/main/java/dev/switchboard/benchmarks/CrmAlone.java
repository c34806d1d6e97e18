package dev.switchboard.benchmarks;

import dev.switchboard.sandbox.RecordedExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/** The CRM without the house: sends, one after the other, just the requests whose answers a greeting waits for. */
final class CrmAlone {
    /** The HTTP client writes these itself. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade", "expect");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;

    CrmAlone(String baseUrl, List<RecordedExchange> exchanges) {
        this.requests =
                exchanges.stream().map(exchange -> request(baseUrl, exchange)).toList();
    }

    /** Asks everything once; returns the number of requests. */
    int ask() throws IOException, InterruptedException {
        for (HttpRequest request : requests) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("The CRM answered " + answer.statusCode() + " to a request it had granted");
            }
        }
        return requests.size();
    }

    private static HttpRequest request(String baseUrl, RecordedExchange exchange) {
        String query = exchange.rawQuery().isEmpty() ? "" : "?" + exchange.rawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + exchange.path() + query))
                .method(exchange.method(), HttpRequest.BodyPublishers.ofString(exchange.requestBody()));
        exchange.requestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
