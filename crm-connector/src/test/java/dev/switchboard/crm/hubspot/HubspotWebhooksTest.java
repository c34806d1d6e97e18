package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubspotWebhooksTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void readsEveryEventOfABatch() {
        assertThat(read(fixture("webhook-batch")))
                .containsExactly(
                        new ContactChanged("hubspot", "512", What.CREATED, null, "62515-1-1001-512-1795341600123", AT),
                        new ContactChanged(
                                "hubspot", "512", What.CHANGED, null, "62515-2-1001-512-1795341600123-phone", AT),
                        new ContactChanged(
                                "hubspot", "512", What.CHANGED, null, "62515-2-1001-512-1795341600123-email", AT),
                        new TicketChanged("hubspot", "77", "77", null, "62515-3-1001-77-1795341600123", AT));
    }

    @Test
    void tellsWhichContactsWentIntoWhich() {
        assertThat(read(fixture("webhook-merge")))
                .containsExactly(
                        new ContactChanged("hubspot", "513", What.MERGED, "600", "62515-4-1002-600-1795341600123", AT),
                        new ContactChanged("hubspot", "512", What.MERGED, "600", "62515-4-1002-600-1795341600123", AT),
                        new ContactChanged("hubspot", "701", What.MERGED, "700", "62515-4-1002-700-1795341600123", AT),
                        new ContactChanged("hubspot", "700", What.CHANGED, null, "62515-4-1002-700-1795341600123", AT));
    }

    @Test
    void isTheSameChangeWhenItIsSentAgain() {
        String again = fixture("webhook-batch").replace("\"attemptNumber\": 0", "\"attemptNumber\": 3");
        assertThat(read(again)).isEqualTo(read(fixture("webhook-batch")));
    }

    @ParameterizedTest
    @CsvSource({
        "contact.creation,0-1,CREATED",
        "contact.restore,0-1,CREATED",
        "contact.propertyChange,,CHANGED",
        "contact.associationChange,,CHANGED",
        "contact.deletion,,DELETED",
        "contact.privacyDeletion,,DELETED",
        "object.creation,0-1,CREATED",
        "object.deletion,0-1,DELETED"
    })
    void readsBothPlatforms(String subscription, String objectType, What what) {
        assertThat(read(event(subscription, objectType)))
                .singleElement()
                .satisfies(
                        change -> assertThat(((ContactChanged) change).what()).isEqualTo(what));
    }

    /** Instead of an object's id such an event has those of its two ends. */
    @Test
    void tellsWhoBelongsToSomethingElseNow() {
        String old = "{\"subscriptionType\":\"contact.associationChange\",\"associationType\":\"CONTACT_TO_COMPANY\","
                + "\"fromObjectId\":512,\"toObjectId\":9,\"associationRemoved\":false}";
        String generic = "{\"subscriptionType\":\"object.associationChange\",\"fromObjectTypeId\":\"0-1\","
                + "\"fromObjectId\":513,\"toObjectTypeId\":\"0-2\",\"toObjectId\":9}";
        assertThat(read("[" + old + "," + generic + "]"))
                .map(ContactChanged.class::cast)
                .extracting(ContactChanged::contactId, ContactChanged::what)
                .containsExactly(tuple("512", What.CHANGED), tuple("513", What.CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.creation", "deal.deletion", "conversation.newMessage", "contact.newKind", "", "."})
    void leavesOutWhatNobodyAsksFor(String subscription) {
        assertThat(read(event(subscription, "0-2"))).isEmpty();
        assertThat(read(event("object.creation", "0-3"))).isEmpty();
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "nonsense",
                "[1]",
                "[{\"subscriptionType\":\"contact.creation\"}]",
                "[{\"subscriptionType\":\"contact.merge\",\"objectId\":1}]",
                "[{\"subscriptionType\":\"contact.creation\",\"objectId\":\"x\"}]"
            })
    void saysWhatItCannotRead(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(IntegrationException.class);
    }

    private static String event(String subscription, String objectType) {
        return "[{\"subscriptionType\":\"" + subscription + "\",\"objectTypeId\":\"" + objectType
                + "\",\"objectId\":1,\"occurredAt\":1}]";
    }

    private static List<Change> read(String body) {
        return new HubspotWebhooks()
                .changesIn(new WebhookReceived("hubspot", "512", "delivery-1", Map.of(), body, Instant.EPOCH));
    }

    private static String fixture(String name) {
        try (InputStream file = HubspotWebhooksTest.class.getResourceAsStream("/hubspot/" + name + ".json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
