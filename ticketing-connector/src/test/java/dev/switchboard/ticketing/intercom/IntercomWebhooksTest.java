package dev.switchboard.ticketing.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.IntegrationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomWebhooksTest {
    private static final Instant AT = Instant.ofEpochSecond(1_795_399_000);
    private static final String CONTACT = "6762f0dd1bb69f9f2193bb00";

    @Test
    void tellsThatATicketWasSolved() {
        assertThat(changes(fixture("webhook-ticket-state.json")))
                .containsExactly(new Change.TicketChanged("intercom", "481", "102", "solved", "notif_1", AT));
    }

    @ParameterizedTest
    @CsvSource({
        "ticket.state.updated,in_progress,open",
        "ticket.state.updated,waiting_on_customer,pending",
        "ticket.created,submitted,new",
        "ticket.closed,in_progress,closed",
        "ticket.closed,resolved,solved",
        "ticket.note.created,unheard_of,"
    })
    void tellsTheStateInOurWords(String topic, String category, String status) {
        String body = fixture("webhook-ticket-state.json")
                .replace("ticket.state.updated", topic)
                .replace("resolved", category);
        assertThat(changes(body))
                .containsExactly(new Change.TicketChanged("intercom", "481", "102", status, "notif_1", AT));
    }

    @Test
    void readsTheStateAsOldVersionsWriteIt() {
        String body = fixture("webhook-ticket-state.json")
                .replaceFirst("(?s)\"ticket_state\": \\{.*?\\}", "\"ticket_state\": \"resolved\"");
        assertThat(changes(body))
                .singleElement()
                .isEqualTo(new Change.TicketChanged("intercom", "481", "102", "solved", "notif_1", AT));
    }

    @ParameterizedTest
    @CsvSource({
        "contact.user.created,CREATED",
        "contact.lead.created,CREATED",
        "contact.email.updated,CHANGED",
        "contact.unarchived,CHANGED",
        "contact.archived,DELETED",
        "contact.deleted,DELETED"
    })
    void tellsWhatBecameOfAContact(String topic, What what) {
        assertThat(changes(fixture("webhook-contact.json").replace("contact.user.created", topic)))
                .containsExactly(new Change.ContactChanged("intercom", CONTACT, what, null, "notif_2", AT));
    }

    @Test
    void tellsWhoWentIntoWhom() {
        assertThat(changes(fixture("webhook-contact-merged.json")))
                .containsExactly(
                        new Change.ContactChanged(
                                "intercom", "6762f0dd1bb69f9f2193bb07", What.MERGED, CONTACT, "notif_3", AT),
                        new Change.ContactChanged("intercom", CONTACT, What.CHANGED, null, "notif_3", AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"notification_event\",\"topic\":\"ping\",\"data\":{\"item\":{\"type\":\"ping\"}}}",
                "{\"type\":\"notification_event\",\"topic\":\"company.created\",\"data\":{\"item\":{\"type\":\"company\"}}}",
                "{\"type\":\"notification_event\",\"topic\":\"conversation.user.created\","
                        + "\"data\":{\"item\":{\"type\":\"conversation\",\"id\":\"1\"}}}"
            })
    void hasNothingToSayOfTheRest(String body) {
        assertThat(changes(body)).isEmpty();
    }

    @Test
    void passesOverWhatAnotherWorkspaceTells() {
        String body = fixture("webhook-ticket-state.json");
        assertThat(changes("sbx2", body)).isEmpty();
        assertThat(changes("sbx1", body)).hasSize(1);
        assertThat(changes(null, body)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "<html>",
                "{\"topic\":\"ticket.created\"}",
                "{\"type\":\"notification_event\",\"app_id\":\"sbx1\",\"topic\":\"ticket.created\","
                        + "\"data\":{\"item\":{\"type\":\"ticket\"}}}"
            })
    void refusesWhatIsNotDocumented(String body) {
        assertThatThrownBy(() -> changes(body))
                .isInstanceOf(IntegrationException.class)
                .hasMessage("intercom webhook: malformed");
    }

    private static List<Change> changes(String body) {
        return changes("sbx1", body);
    }

    private static List<Change> changes(@Nullable String workspace, String body) {
        return new IntercomWebhooks(workspace)
                .changesIn(new WebhookReceived("intercom", "481", "notif_1", Map.of(), body, Instant.EPOCH));
    }

    private static String fixture(String name) {
        try (InputStream file = IntercomWebhooksTest.class.getResourceAsStream("/intercom/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
