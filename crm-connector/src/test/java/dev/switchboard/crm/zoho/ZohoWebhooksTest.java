package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
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
import org.junit.jupiter.params.provider.ValueSource;

class ZohoWebhooksTest {
    private static final Instant TOLD = Instant.ofEpochMilli(1_795_428_000_000L);

    @Test
    void tellsThatAContactChanged() throws IOException {
        String id = "554023000000527002";
        assertThat(changes(fixture("contact-edited")))
                .containsExactly(new ContactChanged("zoho", id, What.CHANGED, null, "delivery-1/" + id, TOLD));
    }

    @Test
    void tellsOfEachLeadThatIsGone() throws IOException {
        assertThat(changes(fixture("leads-deleted")))
                .containsExactly(
                        new ContactChanged(
                                "zoho",
                                "lead-554023000000527008",
                                What.DELETED,
                                null,
                                "delivery-1/554023000000527008",
                                TOLD),
                        new ContactChanged(
                                "zoho",
                                "lead-554023000000527009",
                                What.DELETED,
                                null,
                                "delivery-1/554023000000527009",
                                TOLD));
    }

    @Test
    void tellsHowACaseStands() throws IOException {
        String id = "554023000000527003";
        assertThat(changes(fixture("case-closed")))
                .containsExactly(new TicketChanged("zoho", id, null, "closed", "delivery-1/" + id, TOLD));
    }

    @Test
    void leavesTheStatusOpenWhenTheChannelDoesNotTellIt() throws IOException {
        assertThat(changes(fixture("case-closed").replace("affected_values", "other")))
                .first()
                .extracting(change -> ((TicketChanged) change).status())
                .isNull();
    }

    @Test
    void hearsOfOtherModulesWithoutAWord() throws IOException {
        assertThat(changes(fixture("contact-edited").replace("Contacts", "Deals")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"module\":\"Contacts\",\"operation\":\"update\"}",
                "{\"module\":\"Contacts\",\"operation\":\"update\",\"ids\":[\"1 or 1=1\"]}"
            })
    void refusesWhatIsNoNotification(String body) {
        assertThatThrownBy(() -> changes(body)).isInstanceOf(IntegrationException.class);
    }

    private static List<Change> changes(String body) {
        return new ZohoWebhooks()
                .changesIn(new WebhookReceived("zoho", "r", "delivery-1", Map.of(), body, Instant.EPOCH));
    }

    private static String fixture(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ZohoWebhooksTest.class.getResourceAsStream("/zoho/webhook-" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
