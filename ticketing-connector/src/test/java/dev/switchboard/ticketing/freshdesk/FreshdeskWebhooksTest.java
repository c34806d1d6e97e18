package dev.switchboard.ticketing.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.card.IntegrationCards;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskWebhooksTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:07Z");

    @Test
    void readsTheRecommendedBody() {
        assertThat(read(fixture("webhook-ticket-updated")))
                .containsExactly(new TicketChanged(
                        "freshdesk", "4711", "4711", "solved", "delivery-1", Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void readsWhatTheCardTellsAdministratorsToWrite() {
        String help = IntegrationCards.load().stream()
                .filter(card -> card.id().equals("freshdesk"))
                .findFirst()
                .flatMap(card -> card.setting("FRESHDESK_WEBHOOK_SECRET"))
                .orElseThrow()
                .help();
        String body = help.substring(help.indexOf("{\"event\""), help.lastIndexOf('}') + 1)
                .replace("{{ticket.id}}", "4711")
                .replace("{{ticket.status}}", "Resolved")
                .replace("{{ticket.updated_at}}", "2026-11-22T10:00:00Z");
        assertThat(read(body)).isEqualTo(read(fixture("webhook-ticket-updated")));
    }

    @Test
    void readsTheSimpleBody() {
        assertThat(read(fixture("webhook-simple")))
                .containsExactly(new TicketChanged("freshdesk", "4711", "4711", "solved", "delivery-1", RECEIVED));
    }

    @ParameterizedTest
    @CsvSource({"Open,open", "Pending,pending", "Resolved,solved", "Closed,closed", "Waiting on Customer,", "Offen,"})
    void leavesStatusesThatCompaniesNameToTheApi(String freshdesks, String ours) {
        assertThat(read(fixture("webhook-ticket-updated").replace("Resolved", freshdesks)))
                .singleElement()
                .satisfies(
                        change -> assertThat(((TicketChanged) change).status()).isEqualTo(ours));
    }

    @Test
    void takesATimeItCannotReadForNow() {
        String body =
                fixture("webhook-ticket-updated").replace("2026-11-22T10:00:00Z", "Sun, 22 Nov, 2026 at 10:00 AM");
        assertThat(read(body))
                .singleElement()
                .satisfies(change -> assertThat(((TicketChanged) change).at()).isEqualTo(RECEIVED));
    }

    @Test
    void leavesOutWhatNobodyAsksFor() {
        assertThat(read("{\"event\":\"contact_updated\",\"contact_id\":1}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"ticket_id\":\"x\"}",
                "{\"freshdesk_webhook\":{}}",
                "{\"ticket_id\":1,\"s\":\"a\"b\"}"
            })
    void saysWhatItCannotRead(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IntegrationException.class);
    }

    private static List<Change> read(String body) {
        return new FreshdeskWebhooks()
                .changesIn(new WebhookReceived("freshdesk", "4711", "delivery-1", Map.of(), body, RECEIVED));
    }

    private static String fixture(String name) {
        try (InputStream file = FreshdeskWebhooksTest.class.getResourceAsStream("/freshdesk/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
