package dev.switchboard.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A vendor's webhooks: sent one after the other, and again when the receiver is away or in trouble, as vendors do. None is sent
 * before somebody has said where to.
 */
public final class Webhooks implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10));
    private static final int REMEMBERED = 1_000;

    private final String system;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("webhooks").factory());
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final List<Sent> sent = new ArrayList<>();
    private volatile Optional<String> target = Optional.empty();

    Webhooks(String system) {
        this.system = system;
    }

    /** Where they go, e.g. {@code http://127.0.0.1:8080}. */
    void sendTo(URI receiver) {
        target = Optional.of(receiver.toString().replaceAll("/+$", ""));
    }

    /** The address that vendors sign; empty while nobody receives. */
    public Optional<String> url() {
        return target.map(receiver -> receiver + "/webhooks/" + system);
    }

    /** To the system's address. */
    public void post(Map<String, String> headers, String body) {
        url().ifPresent(address -> queue(address, headers, body));
    }

    /** To the address whose last part is the secret, for vendors that sign nothing. */
    public void postToSecretPath(String secret, Map<String, String> headers, String body) {
        url().ifPresent(address -> queue(address + "/" + secret, headers, body));
    }

    /** What was sent, oldest first. */
    public List<Sent> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    void clear() {
        synchronized (sent) {
            sent.clear();
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        client.shutdownNow();
    }

    private void queue(String address, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        sender.execute(() -> remember(new Sent(address, headers, body, statusOf(request.build()))));
    }

    /** The last attempt's; 0 when nobody answered. */
    private int statusOf(HttpRequest request) {
        int status = attempt(request);
        for (Duration pause : PAUSES) {
            if (status != 0 && status != 429 && status < 500) {
                return status;
            }
            if (!slept(pause)) {
                return status;
            }
            status = attempt(request);
        }
        return status;
    }

    private int attempt(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyAnswers) {
            return 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void remember(Sent webhook) {
        synchronized (sent) {
            if (sent.size() == REMEMBERED) {
                sent.removeFirst();
            }
            sent.add(webhook);
        }
    }

    /**
     * One of them.
     *
     * @param status the receiver's last answer; 0 when it gave none
     */
    public record Sent(String url, Map<String, String> headers, String body, int status) {
        public Sent {
            headers = Map.copyOf(headers);
        }
    }
}
