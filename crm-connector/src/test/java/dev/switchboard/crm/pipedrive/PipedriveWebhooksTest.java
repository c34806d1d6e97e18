package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipedriveWebhooksTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void tellsThatAPersonChanged() throws IOException {
        assertThat(changes(fixture("webhook-person-changed")))
                .containsExactly(new ContactChanged(
                        "pipedrive",
                        "1201",
                        What.CHANGED,
                        null,
                        "b1f7a0de-37f8-4a0f-9b6b-0d8e0f6f2c01",
                        Instant.parse("2026-11-22T10:00:00.250Z")));
    }

    @Test
    void tellsIntoWhomAPersonWasMerged() throws IOException {
        assertThat(changes(fixture("webhook-person-merged")))
                .containsExactly(new ContactChanged(
                        "pipedrive",
                        "1202",
                        What.MERGED,
                        "1201",
                        "b1f7a0de-37f8-4a0f-9b6b-0d8e0f6f2c02",
                        Instant.parse("2026-11-22T10:01:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"create,CREATED", "change,CHANGED", "delete,DELETED"})
    void knowsEveryAction(String action, What what) throws IOException {
        String body = fixture("webhook-person-changed").replace("\"change\"", "\"" + action + "\"");
        assertThat(changes(body))
                .extracting(change -> ((ContactChanged) change).what())
                .containsExactly(what);
    }

    @Test
    void isSilentAboutWhatNobodyAsksFor() throws IOException {
        assertThat(changes(fixture("webhook-deal-changed"))).isEmpty();
        assertThat(changes(fixture("webhook-person-changed").replace("\"change\"", "\"archive\"")))
                .isEmpty();
    }

    @Test
    void takesTheTimeItCameForATimeItCannotRead() throws IOException {
        String body = fixture("webhook-person-changed").replace("2026-11-22T10:00:00.250Z", "yesterday");
        assertThat(changes(body))
                .extracting(change -> ((ContactChanged) change).at())
                .containsExactly(RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"meta\":{\"entity\":\"person\",\"action\":\"change\"}}"})
    void saysMalformedWhenItIsNotWhatPipedriveDocuments(String body) {
        assertThatThrownBy(() -> changes(body))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.Malformed.class));
    }

    private static List<Change> changes(String body) {
        return new PipedriveWebhooks()
                .changesIn(new WebhookReceived("pipedrive", "1201", "delivery", Map.of(), body, RECEIVED));
    }

    private static String fixture(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                PipedriveWebhooksTest.class.getResourceAsStream("/pipedrive/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
