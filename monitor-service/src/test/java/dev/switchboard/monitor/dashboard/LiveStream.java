package dev.switchboard.monitor.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stream as a browser's {@code EventSource} reads it: what it does not hand to the script is not there. */
record LiveStream(Stream<String> lines, Iterator<String> line) implements AutoCloseable {
    static LiveStream open(HttpClient http, URI live) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(
                HttpRequest.newBuilder(live)
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            throw new IOException("No EventSource reads this: " + response.statusCode() + " " + type);
        }
        return new LiveStream(response.body(), response.body().iterator());
    }

    /** The data of the first message that fits; the caller bounds the time. */
    String message(Predicate<String> which) {
        List<String> data = new ArrayList<>();
        while (line.hasNext()) {
            String next = line.next();
            if (next.startsWith("data:")) {
                data.add(next.substring("data:".length()).replaceFirst("^ ", ""));
            } else if (next.isEmpty()) {
                String message = String.join("\n", data);
                data.clear();
                if (which.test(message)) {
                    return message;
                }
            }
        }
        throw new AssertionError("The stream has ended");
    }

    @Override
    public void close() {
        lines.close();
    }
}
