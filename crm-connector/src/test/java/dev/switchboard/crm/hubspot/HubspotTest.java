package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext.Item;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.testkit.CrmContract;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class HubspotTest extends CrmContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "2026-09";

    HubspotTest() {
        super("hubspot");
    }

    /** A service key is good until somebody takes it away. */
    @Override
    protected boolean renewsTokens() {
        return false;
    }

    @Override
    protected void addContact(String lastName, String phoneAsStored) {
        vendor().add("contacts", VendorTwin.object().put("lastname", lastName).put("phone", phoneAsStored));
    }

    @Override
    protected String storedTranscript(IdempotencyKey key) {
        return Stream.concat(vendor().records("calls").stream(), vendor().records("notes").stream())
                .map(stored -> stored.path("properties"))
                .filter(stored -> stored.path("ai_external_id").asText().startsWith(key.value()))
                .map(stored -> stored.path("hs_call_body").asText("")
                        + stored.path("hs_note_body").asText(""))
                .collect(Collectors.joining("<br>"))
                .replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("calls").stream()
                .filter(stored -> stored.toString().contains(key.value()))
                .count();
    }

    @Override
    protected String creatingPath() {
        return "/crm/objects/2026-09/calls";
    }

    @Test
    void asksInTheVendorsWords() throws IOException {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        assertThat(lastRequest("/contacts/search")).isEqualTo(fixture("search-by-phone", "", ""));
        port().logActivity(activity(new IdempotencyKey("call-1"), "Customer: <hello> & goodbye"));
        assertThat(lastRequest("/calls")).isEqualTo(fixture("call", "{{contact}}", sarah.id()));
    }

    @Test
    void tellsTicketsByTheirStagesName() {
        var context = port().contextOf(port().findByPhone(SARAH).getFirst());
        assertThat(context.segment()).isEqualTo("Premium");
        assertThat(context.recent())
                .extracting(Item::subject, Item::status)
                .containsExactlyInAnyOrder(
                        tuple("Invoice without the VAT number", "Closed"), tuple("Studio furniture", "contractsent"));
    }

    @Test
    void findsItsOwnContactWhileTheSearchLags() {
        lag();
        Contact made = port().createContact(new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call"));
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::id).containsExactly(made.id());
        Contact again = port().createContact(new CreateContact(newKey(), null, NOBODY, null, "AI Call"));
        assertThat(again.id()).isEqualTo(made.id());
        assertThat(again.name()).isEqualTo("Ana Gómez");
    }

    @Test
    void takesTheContactThatHasTheAddressAlready() {
        EmailAddress address = new EmailAddress("sarah@example.com");
        Contact known = port().createContact(new CreateContact(newKey(), "S. Lee", null, address, "AI Call"));
        assertThat(known.name()).isEqualTo("Sarah Lee");
    }

    @Test
    void doesWithoutPropertiesTheAccountLacks() {
        ArrayNode lacking = JSON.createArrayNode().add("ai_contact_key").add("ai_external_id");
        vendor().set("lacking-fields", lacking);
        lag();
        Hubspot other = new Hubspot(
                new HubspotAccount(api("Bearer hubspot-sandbox-key"), VERSION), new RecentContacts(Clock.systemUTC()));
        Contact made = other.createContact(new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call"));
        assertThat(other.findByPhone(NOBODY)).extracting(Contact::id).containsExactly(made.id());
        LogActivity command = logOn(made.id(), longTranscript());
        assertThat(other.loggedActivity(command)).isEmpty();
        Activity logged = other.logActivity(command);
        assertThat(other.loggedActivity(command)).contains(logged);
    }

    @Test
    void logsWrittenConversationsAsNotes() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        LogActivity command = logOn(sarah.id(), "Customer: hello");
        port().logActivity(command);
        assertThat(vendor().records("calls")).isEmpty();
        assertThat(port().loggedActivity(command)).isPresent();
    }

    @Test
    void signsInWithARefreshToken() {
        AccessToken token = new HubspotAuth(
                        api(""),
                        Clock.systemUTC(),
                        VERSION,
                        "hubspot-sandbox-client",
                        "hubspot-sandbox-secret",
                        "hubspot-sandbox-refresh")
                .fetch();
        assertThat(Objects.requireNonNull(token.renewAt()))
                .isBefore(Instant.now().plusSeconds(1_500));
        new HubspotAccount(api(token.value()), VERSION).ping();
    }

    private static LogActivity logOn(String contactId, String transcript) {
        return new LogActivity(
                newKey(),
                contactId,
                LogActivity.Kind.MESSAGE,
                "AI chat: complaint",
                "The chair broke.",
                transcript,
                false,
                "complaint",
                "negative",
                null,
                null,
                "12345",
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofMinutes(3));
    }

    private void lag() {
        vendor().set("search-lag-seconds", IntNode.valueOf(60));
    }

    private static HubspotApi api(String authorization) {
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", authorization);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(ConfigProvider.getConfig().getValue("HUBSPOT_BASE_URL", String.class)))
                .register(authorized)
                .build(HubspotApi.class);
    }

    private JsonNode lastRequest(String path) throws IOException {
        List<JsonNode> matching = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith(path))
                .filter(exchange -> exchange.path("method").asText().equals("POST"))
                .toList();
        return JSON.readTree(matching.getLast().path("requestBody").asText());
    }

    private static JsonNode fixture(String name, String placeholder, String value) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HubspotTest.class.getResourceAsStream("/hubspot/" + name + ".json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(placeholder.isEmpty() ? text : text.replace(placeholder, value));
        }
    }
}
