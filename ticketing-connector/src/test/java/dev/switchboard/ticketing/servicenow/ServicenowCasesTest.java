package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.AddComment;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Requester;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company with Customer Service Management, whose integration signs in with a key. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(ServicenowCasesTest.CustomerService.class)
class ServicenowCasesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final PhoneNumber SARAH = new PhoneNumber("+14155550100");
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef0123456789abcdef");

    @Inject
    IntegratedSystems systems;

    private final VendorTwin vendor = VendorTwin.of("servicenow");

    @BeforeEach
    void startFromTheSeed() {
        vendor.reset();
    }

    @Test
    void opensACaseForTheContactAndItsAccount() throws IOException {
        Ticket opened = port().openTicket(command(KEY, null, SARAH));
        Requester sarah = port().findRequester(SARAH).orElseThrow();
        assertThat(bodiesTo("/api/sn_customerservice/case"))
                .containsExactly(JSON.readTree(Fixture.text("create-case.json").replace("${sarah}", sarah.id())));
        assertThat(opened.number()).startsWith("CS00");
        assertThat(port().openedTicket(command(KEY, null, SARAH)))
                .map(Ticket::id)
                .contains(opened.id());
        assertThat(port().ticketsOf(sarah, 5)).extracting(Ticket::id).containsExactly(opened.id());
    }

    @Test
    void makesAContactWhenNobodyHasTheNumber() {
        PhoneNumber unknown = new PhoneNumber("+14155550199");
        Ticket opened = port().openTicket(command(KEY, "Ann Hall", unknown));
        Requester ann = port().findRequester(unknown).orElseThrow();
        assertThat(ann.name()).isEqualTo("Ann Hall");
        assertThat(port().ticketsOf(ann, 5)).extracting(Ticket::id).containsExactly(opened.id());
        assertThat(bodiesTo("/api/now/contact")).hasSize(1);
    }

    @Test
    void notesOnACaseArePrivate() {
        Ticket opened = port().openTicket(command(KEY, null, SARAH));
        AddComment comment = new AddComment(new IdempotencyKey("again"), opened.id(), "called again", false);
        port().addComment(comment);
        assertThat(port().addedComment(comment)).isPresent();
        assertThat(vendor.records("sys_journal_field"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("element").asText()).isEqualTo("work_notes"));
    }

    @ParameterizedTest
    @CsvSource({"42,ON_HOLD", "7,SOLVED", "3,CLOSED"})
    void readsTheCompanysOwnStates(String state, TicketStatus ours) {
        JsonNode added = vendor.add(
                "sn_customerservice_case",
                VendorTwin.object().put("short_description", "x").put("state", state));
        assertThat(port().ticket(added.path("number").asText()))
                .map(Ticket::status)
                .contains(ours);
    }

    @Test
    void signsInWithANewAssertionWheneverItsTokenIsRefused() {
        port().findRequester(SARAH);
        vendor.expireTokens();
        assertThat(port().findRequester(SARAH)).isPresent();
        assertThat(vendor.exchanges())
                .filteredOn(exchange -> exchange.path("path").asText().equals("/oauth_token.do"))
                .isNotEmpty()
                .allSatisfy(
                        exchange -> assertThat(exchange.path("status").asInt()).isIn(200, 401));
    }

    private TicketingSystem port() {
        return systems.named("servicenow")
                .map(connected -> (TicketingSystem) connected.system())
                .orElseThrow();
    }

    private List<JsonNode> bodiesTo(String path) {
        return vendor.exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .map(exchange -> {
                    try {
                        return JSON.readTree(exchange.path("requestBody").asText());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static OpenTicket command(IdempotencyKey key, @Nullable String name, PhoneNumber phone) {
        return new OpenTicket(
                key,
                "Parcel arrived broken",
                "customer: it broke",
                name,
                phone,
                null,
                Priority.URGENT,
                List.of(),
                Map.of("channel", "phone"));
    }

    /** The settings. */
    public static class CustomerService implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "SERVICENOW_TABLE", "sn_customerservice_case",
                    "SERVICENOW_JWT_KEY", key(),
                    "SERVICENOW_JWT_KEY_ID", "servicenow-sandbox-key",
                    "SERVICENOW_ASSIGNMENT_GROUP", "d625dccec0a8016700a222a0f7900d06",
                    "SERVICENOW_CUSTOM_FIELD_MAP", "",
                    "SERVICENOW_TAGS_FIELD", "",
                    "SERVICENOW_STATE_MAP", "42=on-hold,7=solved");
        }

        /** The private half of the pair whose public half the simulated instance holds. */
        private static String key() {
            try (InputStream pem = Objects.requireNonNull(
                    CustomerService.class.getResourceAsStream("/dev/switchboard/sandbox/servicenow/private-key.pem"))) {
                return new String(pem.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
