package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
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

class ZendeskWebhooksTest {
    @Test
    void readsASolvedTicket() {
        assertThat(read(fixture("webhook-ticket-solved")))
                .containsExactly(new TicketChanged(
                        "zendesk",
                        "5158",
                        "5158",
                        "solved",
                        "cbe4028c-7239-495d-b020-f22348516046",
                        Instant.parse("2026-11-22T10:00:00.123456789Z")));
    }

    @Test
    void readsAUserWhoWentIntoAnother() {
        assertThat(read(fixture("webhook-user-merged")))
                .containsExactly(new ContactChanged(
                        "zendesk",
                        "20978393",
                        What.MERGED,
                        "20978392",
                        "2b24ef10-19d4-4740-93cf-8f98ec4776c0",
                        Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void readsTheSlashThatZendesksPageWrites() {
        String body = fixture("webhook-user-merged");
        assertThat(read(body.replace("event-type:", "event-type/"))).isEqualTo(read(body));
    }

    @Test
    void tellsOfAMergeThatDoesNotSayIntoWhom() {
        assertThat(read(fixture("webhook-user-merged").replace("\"user\":", "\"other\":")))
                .singleElement()
                .satisfies(change -> {
                    assertThat(((ContactChanged) change).what()).isEqualTo(What.MERGED);
                    assertThat(((ContactChanged) change).mergedInto()).isNull();
                });
    }

    @Test
    void readsTheBodyThatTheCardRecommendsForTriggers() {
        assertThat(read(triggered("Solved", "2026-11-22T10:00Z")))
                .containsExactly(new TicketChanged(
                        "zendesk", "5158", "5158", "solved", "delivery-1", Instant.parse("2026-11-22T10:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"New,new", "Open,open", "Pending,pending", "On-hold,on-hold", "Closed,closed", "Gelöst,", "Waiting,"})
    void leavesStatusesInOtherWordsToTheApi(String zendesks, String ours) {
        assertThat(read(triggered(zendesks, "2026-11-22T10:00Z")))
                .singleElement()
                .satisfies(
                        change -> assertThat(((TicketChanged) change).status()).isEqualTo(ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22 November 2026"})
    void takesATimeItCannotReadForNow(String written) {
        assertThat(read(triggered("Solved", written)))
                .singleElement()
                .satisfies(change -> assertThat(((TicketChanged) change).at()).isEqualTo(Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,new",
        "OPEN,open",
        "PENDING,pending",
        "HOLD,on-hold",
        "SOLVED,solved",
        "CLOSED,closed",
        "DELETED,",
        "ARCHIVED,",
        "SCRUBBED,"
    })
    void tellsStatusesInOurWords(String zendesks, String ours) {
        String body = fixture("webhook-ticket-solved").replace("\"SOLVED\"", "\"" + zendesks + "\"");
        assertThat(read(body))
                .singleElement()
                .satisfies(
                        change -> assertThat(((TicketChanged) change).status()).isEqualTo(ours));
    }

    @ParameterizedTest
    @CsvSource({
        "created,true,CREATED",
        "name_changed,true,CHANGED",
        "identity_created,true,CHANGED",
        "active_changed,true,CHANGED",
        "active_changed,false,DELETED",
        "deleted,true,DELETED"
    })
    void tellsWhatBecameOfAUser(String kind, boolean current, What what) {
        String body = fixture("webhook-user-merged")
                .replace("user.merged", "user." + kind)
                .replace("{\"user\": {\"id\": \"20978392\"}}", "{\"current\": " + current + "}");
        assertThat(read(body)).singleElement().satisfies(change -> {
            assertThat(((ContactChanged) change).what()).isEqualTo(what);
            assertThat(((ContactChanged) change).mergedInto()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"zen:event-type:article.published\",\"id\":\"1\"}",
                "{\"event\":\"ticket.updated\",\"id\":123}",
                "{\"ticket_id\":\"5158\",\"comment\":\"a body of their own\"}",
                "{\"detail\":\"broken\"}",
                "{}"
            })
    void leavesOutWhatNobodyAsksFor(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"detail\":{\"id\":\"{{ticket.id}}\"}}",
                "{\"type\":\"zen:event-type:ticket.created\"}",
                "{\"type\":\"zen:event-type:ticket.created\",\"id\":\"1\",\"time\":\"now\",\"detail\":{\"id\":\"5\"}}",
                "{\"type\":\"zen:event-type:user.created\",\"id\":\"1\",\"time\":\"2026-11-22T10:00:00Z\",\"subject\":\"x\"}"
            })
    void saysWhatItCannotRead(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IntegrationException.class);
    }

    /** What the card tells administrators to write, as Zendesk fills it. */
    private static String triggered(String status, String updatedAt) {
        String help = IntegrationCards.load().stream()
                .filter(card -> card.id().equals("zendesk"))
                .findFirst()
                .flatMap(card -> card.setting("ZENDESK_TRIGGER_SECRET"))
                .orElseThrow()
                .help();
        return help.substring(help.indexOf("{\"detail\""), help.indexOf("}} as JSON") + 2)
                .replace("{{ticket.id}}", "5158")
                .replace("{{ticket.status}}", status)
                .replace("{{ticket.updated_at_with_timestamp}}", updatedAt);
    }

    private static List<Change> read(String body) {
        return new ZendeskWebhooks()
                .changesIn(new WebhookReceived("zendesk", "5158", "delivery-1", Map.of(), body, Instant.EPOCH));
    }

    private static String fixture(String name) {
        try (InputStream file = ZendeskWebhooksTest.class.getResourceAsStream("/zendesk/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
