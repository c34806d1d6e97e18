package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An account with an old API token and fields of its own. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(ZendeskSettingsTest.OldAccount.class)
class ZendeskSettingsTest {
    @Inject
    IntegratedSystems systems;

    @Test
    void signsInWithAnOldTokenAndFillsTheFieldsOfTheAccount() {
        VendorTwin vendor = VendorTwin.of("zendesk");
        vendor.reset();
        systems.offering(TicketingSystem.class)
                .getFirst()
                .openTicket(new OpenTicket(
                        new IdempotencyKey("settings-1"),
                        "Parcel broken",
                        "customer: it broke",
                        null,
                        null,
                        null,
                        Priority.LOW,
                        List.of(),
                        Map.of("intent", "complaint", "sentiment", "angry", "channel", "phone")));
        JsonNode ticket = vendor.records("tickets").getLast();
        assertThat(ticket.path("custom_fields").toString())
                .isEqualTo("[{\"id\":360012,\"value\":\"complaint\"},{\"id\":360013,\"value\":\"angry\"}]");
        assertThat(ticket.path("group_id").asLong()).isEqualTo(25);
        assertThat(vendor.exchanges())
                .allSatisfy(
                        exchange -> assertThat(exchange.path("path").asText()).isNotEqualTo("/oauth/tokens"));
    }

    /** The settings. */
    public static class OldAccount implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ZENDESK_OAUTH_CLIENT_ID", "",
                    "ZENDESK_OAUTH_CLIENT_SECRET", "",
                    "ZENDESK_EMAIL", "agent@example.com",
                    "ZENDESK_API_TOKEN", "zendesk-sandbox-token",
                    "ZENDESK_DEFAULT_GROUP_ID", "25",
                    "ZENDESK_CUSTOM_FIELD_MAP", "sentiment=360013, intent = 360012");
        }
    }
}
