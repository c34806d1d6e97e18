package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
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

class SalesforceWebhooksTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void readsEveryNotificationOfAnOutboundMessage() throws IOException {
        assertThat(changes(fixture("webhook-outbound-message.xml")))
                .containsExactly(
                        new ContactChanged(
                                "salesforce",
                                "0035f0000000001AAA",
                                What.CREATED,
                                null,
                                "04l5f0000000001AAA",
                                Instant.parse("2026-11-22T10:00:00Z")),
                        new TicketChanged(
                                "salesforce",
                                "5005f0000000002AAA",
                                "00001002",
                                "closed",
                                "04l5f0000000002AAA",
                                Instant.parse("2026-11-22T10:05:00Z")));
    }

    @Test
    void readsTheCalloutsOfFlowsAndTriggers() throws IOException {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        assertThat(changes(fixture("webhook-callouts.json")))
                .containsExactly(
                        new ContactChanged(
                                "salesforce",
                                "0035f0000000003AAA",
                                What.MERGED,
                                "0035f0000000001AAA",
                                "MERGED@" + at,
                                at),
                        new ContactChanged(
                                "salesforce",
                                "0035f0000000004AAA",
                                What.DELETED,
                                null,
                                "DELETED@" + at.plusSeconds(1),
                                at.plusSeconds(1)),
                        new TicketChanged(
                                "salesforce",
                                "5005f0000000002AAA",
                                "00001002",
                                "open",
                                "CHANGED@" + at.plusSeconds(2),
                                at.plusSeconds(2)));
    }

    @Test
    void doesWithoutFieldsTheAdministratorDidNotChoose() {
        String onlyTheId = "{\"sobject\":\"Case\",\"id\":\"5005f0000000002AAA\"}";
        assertThat(changes(onlyTheId))
                .containsExactly(new TicketChanged(
                        "salesforce", "5005f0000000002AAA", null, null, "CHANGED/delivery-1", RECEIVED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<notifications/>",
                "<broken",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><notifications"
                        + " xmlns=\"http://soap.sforce.com/2005/09/outbound\">&e;</notifications>",
                "<notifications xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Notification><Id>1</Id><sObject/>"
                        + "</Notification></notifications>",
                "not json",
                "",
                "{}",
                "{\"sobject\":\"Contact\",\"id\":\"003' OR Id != '\"}",
                "{\"sobject\":\"Contact\",\"id\":\"0035f0000000003AAA\",\"change\":\"merged\",\"mergedInto\":\"x\"}"
            })
    void saysMalformedWhenItIsNeither(String body) {
        assertThatThrownBy(() -> changes(body))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.Malformed.class))
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "0035f0000000001, 0035f0000000001AAA",
        "001A0000006Vm9r, 001A0000006Vm9rIAC",
        "001A0000006Vm9rIAC, 001A0000006Vm9rIAC"
    })
    void keepsToIdsOfEighteenCharacters(String written, String full) {
        assertThat(SalesforceId.full(written)).isEqualTo(full);
    }

    private static List<Change> changes(String body) {
        return new SalesforceWebhooks()
                .changesIn(new WebhookReceived("salesforce", "delivery-1", "delivery-1", Map.of(), body, RECEIVED));
    }

    private static String fixture(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SalesforceWebhooksTest.class.getResourceAsStream("/salesforce/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
