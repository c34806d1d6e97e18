package dev.switchboard.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.cli.Screen;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DemoCallTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen =
            new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), Clock.systemUTC(), Ansi.OFF);

    @Test
    void playsTheCallAndShowsWhatWasHeardAndWritten() throws IOException {
        try (var house = new FakeHouse("Hi Sarah! How can I help?")) {
            assertThat(call(house, "twilio-sandbox-token").play(house)).isTrue();

            assertThat(house.requests())
                    .containsExactly(
                            "/incoming-call ringing ",
                            "/process-speech?t=1 in-progress where is my order 1001?",
                            "/process-speech?t=2 in-progress the parcel arrived broken and nobody helps me, this is terrible",
                            "/wait in-progress ",
                            "/call-status completed ");
            assertThat(shown.toString(StandardCharsets.UTF_8))
                    .contains("caller hears     Hi Sarah! How can I help?")
                    .contains("zoho             found the contact 501: Sarah Lee")
                    .containsOnlyOnce("intercom         has a new ticket 12345, https://desk.example/12345")
                    .contains("zoho             has the call on record: 77")
                    .contains("text message     \"Your ticket is 12345.\"")
                    .doesNotContain("ticket 7")
                    .doesNotContain("NO ");
        }
    }

    @Test
    void saysWhatDidNotGoAsItShould() throws IOException {
        try (var house = new FakeHouse("Hello! How can I help?")) {
            assertThat(call(house, "twilio-sandbox-token").play(house)).isFalse();

            assertThat(shown.toString(StandardCharsets.UTF_8)).contains("NO   the caller was greeted by name");
        }
    }

    @Test
    void saysWhenTheGatewayRefuses() throws IOException {
        try (var house = new FakeHouse("Hi Sarah!")) {
            var call = call(house, "another token");

            assertThatThrownBy(() -> call.play(house))
                    .isInstanceOf(CallFailed.class)
                    .hasMessage("The gateway answered /incoming-call with HTTP 403.");
        }
    }

    private DemoCall call(FakeHouse house, String authToken) {
        var url = URI.create("http://127.0.0.1:" + house.port());
        var line = new Line(url, url, new TwilioSignature(authToken), "AC1", "+14155550100", "+14155550000");
        return new DemoCall(screen, line, EnumSet.allOf(Category.class), Clock.systemUTC());
    }
}
