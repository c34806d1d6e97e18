package dev.switchboard.monitor.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.StatusReported;
import dev.switchboard.events.monitoring.StatusReported.State;
import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.LogTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(MonitorKafka.class)
class DashboardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final LogTopic topics =
            new LogTopic(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));

    private final URI page = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/");

    @AfterEach
    void close() {
        topics.close();
        http.close();
    }

    @Test
    void anErrorRateFiresAndResolvesByItself() {
        for (int call = 0; call < 10; call++) {
            topics.log(Calls.failed("flaky", "unavailable", Instant.now()));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.heard(AlertRaised.class, "flaky"))
                        .extracting(AlertRaised::state)
                        .containsExactly(AlertRaised.State.FIRING, AlertRaised.State.RESOLVED));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.heard(StatusReported.class, "flaky"))
                        .extracting(StatusReported::state)
                        .contains(State.DOWN)
                        .endsWith(State.UP));
    }

    @Test
    void thePageShowsWhatFiresAndWhatToCheck() {
        topics.log(Calls.failed("zendesk", "auth-expired", Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/"))
                        .contains("Firing now")
                        .contains("Zendesk refuses the credentials")
                        .contains("ZENDESK_OAUTH_CLIENT_ID")
                        .containsPattern("<tr class=\"down\" id=\"system-zendesk\">"));
        assertThat(get("/api/alerts")).contains("\"rule\":\"auth-failure\"").contains("\"state\":\"firing\"");
        assertThat(get("/api/status")).contains("\"integration\":\"zendesk\"").contains("\"p95_ms\":");
    }

    @Test
    void thePageEscapesWhatItDidNotWrite() {
        String hostile = "<script>alert(1)</script>";
        topics.log(Calls.failed(hostile, "auth-expired", Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/")).contains("&lt;script&gt;alert(1)").doesNotContain(hostile));
    }

    @Test
    void changesArePushed() throws Exception {
        var request =
                HttpRequest.newBuilder(page.resolve("/live")).timeout(PATIENCE).build();
        HttpResponse<Stream<String>> live = http.send(request, HttpResponse.BodyHandlers.ofLines());
        topics.log(Calls.succeeded("pushed", CallLogged.PING, Instant.now()));

        try (Stream<String> lines = live.body()) {
            assertThat(lines.filter(line -> line.contains("system-pushed")).findFirst())
                    .isPresent();
        }
    }

    @Test
    void healthNeedsNoLogin() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("/q/health")).contains("\"status\": \"UP\""));
    }

    private String get(String path) {
        try {
            return http.send(HttpRequest.newBuilder(page.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
