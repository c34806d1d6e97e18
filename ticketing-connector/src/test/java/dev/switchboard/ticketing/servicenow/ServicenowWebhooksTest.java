package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicenowWebhooksTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-22T11:00:00Z");

    @Test
    void tellsThatAnIncidentWasSolved() {
        assertThat(read(Fixture.text("webhook-incident-resolved.json")))
                .containsExactly(new Change.TicketChanged(
                        "servicenow",
                        "9d385017c611228701d22104cc95c371",
                        "INC0010001",
                        "solved",
                        "9d385017c611228701d22104cc95c371/3",
                        Instant.parse("2026-11-22T10:00:00Z")));
    }

    /** The rule an administrator copies sends what is read here. */
    @Test
    void readsWhatTheBusinessRuleSends() {
        assertThat(Fixture.text("business-rule.js"))
                .contains("incident: 'incident'", "sn_customerservice_case: 'case'")
                .contains("sys_user: 'contact'", "customer_contact: 'contact'")
                .contains("'created'", "'updated'", "'deleted'")
                .contains(List.of(
                        "event: ",
                        "sys_id: ",
                        "number: ",
                        "state: ",
                        "hold_reason: ",
                        "sys_updated_on: ",
                        "sys_mod_count: "));
    }

    @Test
    void readsACasesStatesAsACases() {
        assertThat(read(Fixture.text("webhook-case-created.json")))
                .singleElement()
                .isInstanceOfSatisfying(Change.TicketChanged.class, change -> {
                    assertThat(change.number()).isEqualTo("CS0010001");
                    assertThat(change.status()).isEqualTo("open");
                });
    }

    @ParameterizedTest
    @CsvSource({"1,,new", "2,,open", "3,1,pending", "3,4,on-hold", "3,,on-hold", "6,,solved", "7,,closed", "8,,closed"})
    void tellsEveryStateOfAnIncident(String state, String holdReason, String status) {
        String body = "{\"event\":\"incident.updated\",\"sys_id\":\"a\",\"sys_mod_count\":\"1\",\"state\":\"" + state
                + "\",\"hold_reason\":\"" + (holdReason == null ? "" : holdReason) + "\"}";
        assertThat(read(body))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.TicketChanged.class,
                        change -> assertThat(change.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({"created,CREATED,a/3", "updated,CHANGED,a/3", "deleted,DELETED,a/3/deleted"})
    void tellsWhatBecameOfACaller(String event, Change.What what, String change) {
        String body = "{\"event\":\"contact." + event
                + "\",\"sys_id\":\"a\",\"number\":null,\"state\":null,\"sys_updated_on\":\"2026-11-22 10:00:00\","
                + "\"sys_mod_count\":\"3\"}";
        assertThat(read(body))
                .containsExactly(new Change.ContactChanged(
                        "servicenow", "a", what, null, change, Instant.parse("2026-11-22T10:00:00Z")));
    }

    @Test
    void readsStatesAsTheCompanyNamedThem() {
        TicketDefaults own = defaults(Map.of("7", TicketStatus.SOLVED, "-5", TicketStatus.PENDING));
        assertThat(status(own, "incident.updated", "7")).isEqualTo("solved");
        assertThat(status(own, "incident.updated", "-5")).isEqualTo("pending");
        assertThat(status(own, "incident.updated", "6")).isEqualTo("solved");
        assertThat(status(own, "case.updated", "7")).isEqualTo("closed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"state\":\"-5\"", ",\"state\":\"Resolved\"", ",\"sys_updated_on\":\"22.11.2026 10:00\""})
    void leavesToTheHelpdeskWhatItDoesNotKnow(String rest) {
        assertThat(read("{\"event\":\"incident.updated\",\"sys_id\":\"a\",\"sys_mod_count\":\"1\"" + rest + "}"))
                .containsExactly(new Change.TicketChanged("servicenow", "a", null, null, "a/1", RECEIVED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event\":\"problem.updated\",\"sys_id\":\"a\",\"sys_mod_count\":\"1\"}"})
    void letsOtherKindsPass(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "<xml/>", "{\"event\":\"incident.updated\"}", "{\"event\":\"contact.deleted\"}"
            })
    void refusesWhatItCannotRead(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        thrown -> assertThat(thrown.failure()).isInstanceOf(Failure.Malformed.class));
    }

    private static @Nullable String status(TicketDefaults defaults, String event, String state) {
        String body =
                "{\"event\":\"" + event + "\",\"sys_id\":\"a\",\"sys_mod_count\":\"1\",\"state\":\"" + state + "\"}";
        return ((Change.TicketChanged) read(defaults, body).getFirst()).status();
    }

    private static List<Change> read(String body) {
        return read(defaults(Map.of()), body);
    }

    private static List<Change> read(TicketDefaults defaults, String body) {
        return new ServicenowWebhooks(defaults)
                .changesIn(new WebhookReceived("servicenow", "a", "hash", Map.of(), body, RECEIVED));
    }

    private static TicketDefaults defaults(Map<String, TicketStatus> states) {
        return new TicketDefaults(TicketTable.INCIDENT, "sys_user", null, "inquiry", Map.of(), null, states, 3_900);
    }
}
