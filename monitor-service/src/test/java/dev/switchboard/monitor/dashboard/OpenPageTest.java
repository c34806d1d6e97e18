package dev.switchboard.monitor.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.monitor.Calls;
import dev.switchboard.monitor.LogTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page that somebody has open changes by itself. */
@QuarkusTest
@QuarkusTestResource(MonitorKafka.class)
@Timeout(90)
class OpenPageTest {
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
    void everyMessageOfTheStreamIsThePartThatChangesAndAllOfIt() throws Exception {
        try (LiveStream live = LiveStream.open(http, page.resolve("/live"))) {
            topics.log(Calls.took("turning", Instant.now(), 20));
            String before = live.message(part -> part.contains("id=\"system-turning\""));
            topics.log(Calls.failed("turning", "auth-expired", Instant.now()));
            String after = live.message(part -> part.contains("<tr class=\"down\" id=\"system-turning\">"));

            assertThat(before).contains("<tr class=\"up\" id=\"system-turning\">");
            assertThat(after.strip())
                    .startsWith("<h1 class=\"mood down\" id=\"headline\">")
                    .contains("Firing now", "turning refuses the credentials")
                    .endsWith("</section>")
                    .doesNotContain("<html", "<script");
        }
    }

    @Test
    void aBrowserShowsAChangeWithoutBeingReloaded() throws Exception {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "there is no browser on this machine");
        topics.log(Calls.took("watched", Instant.now(), 20));
        try (Browser browser = Browser.open(program.get(), page)) {
            String row = "document.getElementById('system-watched')?.className";
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.evaluate(row)).isEqualTo("up"));
            browser.evaluate("window.opened = 'once'");

            topics.log(Calls.failed("watched", "auth-expired", Instant.now()));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(browser.evaluate(row)).isEqualTo("down"));
            assertThat(browser.evaluate("document.getElementById('firing')?.innerText"))
                    .isEqualTo("Firing now");
            assertThat(browser.evaluate("document.title")).contains("down");
            assertThat(browser.evaluate("document.getElementById('announcement').textContent"))
                    .contains("down");
            assertThat(browser.evaluate("document.getElementById('connection').textContent"))
                    .isEqualTo("live");
            assertThat(browser.evaluate("window.opened")).isEqualTo("once");
        }
    }
}
