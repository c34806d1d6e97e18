package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    @Test
    void readsNamesAndValues() {
        var variables = DotEnv.parse(
                List.of("# my helpdesk", "", "ZENDESK_SUBDOMAIN=acme", "export A = b", "URL=https://x/?a=b", "EMPTY="));

        assertThat(variables)
                .containsEntry("ZENDESK_SUBDOMAIN", "acme")
                .containsEntry("A", "b")
                .containsEntry("URL", "https://x/?a=b")
                .containsEntry("EMPTY", "")
                .hasSize(4);
    }

    @Test
    void takesQuotesOff() {
        var variables = DotEnv.parse(List.of("KEY=\"one\\ntwo\"", "RAW='a\\n # b'"));

        assertThat(variables).containsEntry("KEY", "one\ntwo").containsEntry("RAW", "a\\n # b");
    }

    @Test
    void namesTheWrongLineWithoutShowingIt() {
        assertThatThrownBy(() -> DotEnv.parse(List.of("A=b", "my secret")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Line 2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void isEmptyWithoutAFile() {
        assertThat(DotEnv.read(Path.of("no", "such", ".env"))).isEmpty();
    }
}
