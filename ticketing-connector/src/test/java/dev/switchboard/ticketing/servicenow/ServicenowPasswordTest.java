package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.PhoneNumber;
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

/** An instance that has no client credentials, and a company that names no knowledge base. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(ServicenowPasswordTest.OldInstance.class)
class ServicenowPasswordTest {
    @Inject
    IntegratedSystems systems;

    @Test
    void refreshesItsTokenAndStartsAgainWithThePasswordWhenThatIsRefused() {
        VendorTwin vendor = VendorTwin.of("servicenow");
        vendor.reset();
        PhoneNumber sarah = new PhoneNumber("+14155550100");
        TicketingSystem port =
                (TicketingSystem) systems.named("servicenow").orElseThrow().system();
        assertThat(port.findRequester(sarah)).isPresent();
        int before = vendor.exchanges().size();
        vendor.fail(VendorTwin.object().put("kind", "UNAUTHORIZED").put("times", 1));
        assertThat(port.findRequester(sarah)).isPresent();
        vendor.expireTokens();
        assertThat(port.findRequester(sarah)).isPresent();
        List<String> grants = vendor.exchanges().stream()
                .skip(before)
                .filter(exchange -> exchange.path("path").asText().equals("/oauth_token.do"))
                .map(exchange -> exchange.path("requestBody").asText())
                .map(form -> form.replaceAll(".*grant_type=([a-z_]+).*", "$1"))
                .toList();
        assertThat(grants).containsExactly("refresh_token", "refresh_token", "password");
    }

    @Test
    void readsNoArticleToAnybodyWhileNoBaseIsNamed() {
        VendorTwin vendor = VendorTwin.of("servicenow");
        vendor.reset();
        TicketingSystem port =
                (TicketingSystem) systems.named("servicenow").orElseThrow().system();
        assertThat(port.searchArticles("return", 5)).isEmpty();
        assertThat(vendor.exchanges().stream()
                        .map(exchange -> exchange.path("path"))
                        .map(JsonNode::asText))
                .noneMatch(path -> path.contains("sn_km_api"));
    }

    /** The settings. */
    public static class OldInstance implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "SERVICENOW_AUTH", "password",
                    "SERVICENOW_PASSWORD", "servicenow-sandbox-password",
                    "SERVICENOW_KB_IDS", "");
        }
    }
}
