package dev.switchboard.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemPagesTest {
    private static final String README =
            "# Switchboard\n<!-- systems: made by ./switchboard document -->\nold\n<!-- /systems -->\nRead on\n";

    @TempDir
    Path root;

    @Test
    void arePublishedAsTheCardsSay() {
        assertThat(new SystemPages(Path.of("..")).stale().keySet())
                .as("pages that ./switchboard document would change")
                .isEmpty();
    }

    @Test
    void sayWhatToSetAndWhereToSendWebhooks() throws IOException {
        Files.writeString(root.resolve("README.md"), README);

        assertThat(new SystemPages(root).write()).contains(root.resolve("docs/systems/zendesk.md"));

        assertThat(Files.readString(root.resolve("docs/systems/zendesk.md")))
                .contains("| `ZENDESK_SUBDOMAIN` | required | The part of your Zendesk address")
                .contains("| `ZENDESK_OAUTH_CLIENT_SECRET` | secret |")
                .contains("`<public URL>/webhooks/zendesk`")
                .contains(
                        "`X-Zendesk-Webhook-Signature` (HMAC-SHA256); one that was signed more than 5 minutes ago is refused.");
        assertThat(Files.readString(root.resolve("docs/systems/freshdesk.md")))
                .contains("`<public URL>/webhooks/freshdesk/<secret>`");
    }

    @Test
    void leaveTheRestOfTheReadmeAlone() throws IOException {
        Files.writeString(root.resolve("README.md"), README);

        new SystemPages(root).write();

        assertThat(Files.readString(root.resolve("README.md")))
                .startsWith("# Switchboard\n")
                .endsWith("<!-- /systems -->\nRead on\n")
                .contains("[Zendesk](docs/systems/zendesk.md)")
                .doesNotContain("old");
        assertThat(new SystemPages(root).stale()).isEmpty();
    }
}
