package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Zendesk drops a scope it does not know without a word. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(ZendeskScopesTest.Misspelt.class)
class ZendeskScopesTest {
    @Inject
    IntegratedSystems systems;

    @Test
    void namesTheScopeThatWasNotGrantedAndCallsNothingWithoutIt() {
        VendorTwin vendor = VendorTwin.of("zendesk");
        vendor.reset();
        TicketingSystem zendesk = systems.offering(TicketingSystem.class).getFirst();
        IntegrationException thrown = catchThrowableOfType(IntegrationException.class, zendesk::ping);
        assertThat(thrown.failure()).isEqualTo(new Failure.Forbidden(null, "tickets:wirte"));
        assertThat(vendor.exchanges())
                .isNotEmpty()
                .allSatisfy(
                        exchange -> assertThat(exchange.path("path").asText()).isEqualTo("/oauth/tokens"));
    }

    /** One letter at the wrong place. */
    public static class Misspelt implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ZENDESK_OAUTH_SCOPES", "tickets:read tickets:wirte users:read");
        }
    }
}
