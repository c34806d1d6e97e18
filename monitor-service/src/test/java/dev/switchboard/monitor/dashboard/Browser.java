package dev.switchboard.monitor.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page open in the machine's own Chromium, asked over its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/.*");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 20;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final WebSocket page;

    private Browser(Process process, URI url) throws IOException, InterruptedException {
        this.process = process;
        this.page = http.newWebSocketBuilder()
                .buildAsync(tab(url), new Listener(answers))
                .join();
    }

    /** The browser's program, where there is one. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page and leaves it open. */
    static Browser open(Path program, URI url) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + Files.createTempDirectory("browser"))
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(process, url);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** What a JavaScript expression is worth in the page, as text. */
    String evaluate(String expression) throws IOException, InterruptedException {
        Map<String, Object> parameters = Map.of("expression", "String(" + expression + ")", "returnByValue", true);
        page.sendText(
                        JSON.writeValueAsString(Map.of("id", 1, "method", "Runtime.evaluate", "params", parameters)),
                        true)
                .join();
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("The browser does not answer");
        }
        return JSON.readTree(answer).at("/result/result/value").asText();
    }

    private URI tab(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + "/json/new?" + url))
                .PUT(BodyPublishers.noBody())
                .build();
        JsonNode tab = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        return URI.create(tab.path("webSocketDebuggerUrl").asText());
    }

    /** Where the browser listens, as it says in its first lines. */
    private String address() throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.matches()) {
                return listening.group(1);
            }
        }
        throw new IOException("The browser ended at once");
    }

    @Override
    public void close() {
        page.abort();
        http.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Puts together what comes in pieces. */
    private record Listener(BlockingQueue<String> answers, StringBuilder soFar) implements WebSocket.Listener {
        Listener(BlockingQueue<String> answers) {
            this(answers, new StringBuilder());
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            soFar.append(text);
            if (last) {
                answers.add(soFar.toString());
                soFar.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
