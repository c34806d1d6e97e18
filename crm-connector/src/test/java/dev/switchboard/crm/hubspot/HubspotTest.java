package dev.switchboard.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.VendorAnswer;
import dev.switchboard.testkit.CrmContract;
import dev.switchboard.testkit.HostileText;
import dev.switchboard.testkit.SteppingClock;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class HubspotTest extends CrmContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "2026-09";
    private static final String KEY = "Bearer hubspot-sandbox-key";
    private static final ArrayNode OUR_PROPERTIES =
            JSON.createArrayNode().add("ai_contact_key").add("ai_external_id");
    private static final HubspotDefaults DEFAULTS = new HubspotDefaults(null, "f240bbac-87c9-4f6e-bf70-924b57d47db7");

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

    /** Searches do not tell what is left of the day. */
    @Override
    protected boolean nearlySpendsTheQuota() {
        vendor().set("spent-today", IntNode.valueOf(600_000));
        port().ping();
        return true;
    }

    @Test
    void asksInTheVendorsWords() throws IOException {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        assertThat(lastRequest("/contacts/search")).isEqualTo(fixture("search-by-phone", "", ""));
        port().logActivity(activity(new IdempotencyKey("call-1"), "Customer: <hello> & goodbye"));
        assertThat(lastRequest("/calls")).isEqualTo(fixture("call", "{{contact}}", sarah.id()));
    }

    @Test
    void tellsOwnerTicketsDealsAndNotesInOneReadOfEach() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        port().contextOf(sarah);
        int before = vendor().exchanges().size();
        CustomerContext context = port().contextOf(sarah);
        assertThat(context.segment()).isEqualTo("Premium");
        assertThat(context.owner()).isEqualTo("Dana Fields");
        assertThat(context.recent())
                .extracting(Item::subject, Item::status)
                .containsExactlyInAnyOrder(
                        tuple("Invoice without the VAT number", "Closed"),
                        tuple("Studio furniture", "Contract sent"),
                        tuple("Prefers to be called in the morning & by name.", "note"));
        assertThat(vendor().exchanges()).hasSize(before + 4);
    }

    @Test
    void leavesTheRestOfALongTranscriptOutOfTheContext() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        port().logActivity(activity(newKey(), longTranscript()));
        assertThat(port().contextOf(sarah).recent())
                .extracting(Item::subject)
                .noneMatch(subject -> subject.startsWith("("));
    }

    @Test
    void doesWithoutAnOwnerWhoHasLeft() {
        String id = vendor().add(
                        "contacts", VendorTwin.object().put("lastname", "Ray").put("hubspot_owner_id", "99"))
                .path("id")
                .asText();
        Contact ray = new Contact(id, null, "Ray", null, null, null);
        assertThat(port().contextOf(ray).owner()).isNull();
    }

    @Test
    void waitsUntilItMaySearchAgain() {
        vendor().set("search-limit-per-second", IntNode.valueOf(1));
        assertThat(port().findByPhone(SARAH)).isNotEmpty();
        assertThat(port().findByPhone(SARAH)).isNotEmpty();
        assertThat(vendor().exchanges())
                .anySatisfy(exchange ->
                        assertThat(exchange.path("responseBody").asText()).contains("SECONDLY"));
    }

    @Test
    void doesWithoutAChoiceTheAccountHasChanged() {
        HubspotDefaults changed = new HubspotDefaults("71", "00000000-0000-0000-0000-000000000000");
        Hubspot other = hubspot(changed);
        IdempotencyKey key = newKey();
        Activity logged = other.logActivity(activity(key, "Customer: hello"));
        assertThat(made(key)).isEqualTo(1);
        assertThat(vendor().records("calls")
                        .getLast()
                        .at("/properties/hubspot_owner_id")
                        .asText())
                .isEqualTo("71");
        assertThat(other.loggedActivity(activity(key, "Customer: hello"))).contains(logged);
    }

    @Test
    void storesEveryNameAsItIs() {
        List<String> names = HostileText.strings();
        Map<String, String> byNumber = new HashMap<>();
        for (int number = 0; number < names.size(); number++) {
            PhoneNumber phone = new PhoneNumber("+1415555%04d".formatted(2_000 + number));
            port().createContact(new CreateContact(newKey(), names.get(number), phone, null, "AI Call"));
            byNumber.put(phone.e164(), words(names.get(number)));
        }
        assertThat(vendor().records("contacts"))
                .map(stored -> stored.path("properties"))
                .filteredOn(stored -> byNumber.containsKey(stored.path("phone").asText()))
                .hasSize(names.size())
                .allSatisfy(stored -> assertThat(words(stored.path("firstname").asText("") + " "
                                + stored.path("lastname").asText("")))
                        .isEqualTo(byNumber.get(stored.path("phone").asText())));
    }

    @Test
    void takesNoAddressForAQueryWhateverItsCharacters() {
        for (EmailAddress address : HostileText.addresses()) {
            assertThat(port().findByEmail(address)).as(address.value()).isEmpty();
            Contact made = port().createContact(new CreateContact(newKey(), "Jo", null, address, "AI Call"));
            assertThat(port().findByEmail(address)).extracting(Contact::id).containsExactly(made.id());
        }
    }

    @Test
    void findsItsOwnContactWhileTheSearchLags() {
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

    @ParameterizedTest
    @ValueSource(strings = {"lacking-fields", "not-unique-fields"})
    void doesWithoutPropertiesTheAccountLacks(String how) {
        vendor().set(how, OUR_PROPERTIES);
        Hubspot other = hubspot(DEFAULTS);
        Contact made = other.createContact(new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call"));
        assertThat(other.findByPhone(NOBODY)).extracting(Contact::id).containsExactly(made.id());
        LogActivity command = logOn(made.id(), longTranscript());
        assertThat(other.loggedActivity(command)).isEmpty();
        Activity logged = other.logActivity(command);
        assertThat(other.loggedActivity(command)).contains(logged);
    }

    @Test
    void looksForItsMarkOnEveryPageOfACustomersRecords() {
        vendor().set("lacking-fields", OUR_PROPERTIES);
        vendor().set("association-page", IntNode.valueOf(1));
        Hubspot other = hubspot(DEFAULTS);
        String sarah = other.findByPhone(SARAH).getFirst().id();
        other.logActivity(logOn(sarah, "Customer: hello"));
        LogActivity last = logOn(sarah, "Customer: hello again");
        Activity logged = other.logActivity(last);
        assertThat(other.loggedActivity(last)).contains(logged);
    }

    @Test
    void seesWithinTheHourThatPropertiesWereMade() {
        SteppingClock clock = new SteppingClock();
        HubspotAccount account = new HubspotAccount(api(KEY), VERSION, clock);
        vendor().set("lacking-fields", OUR_PROPERTIES);
        assertThat(account.hasUnique("contacts", "ai_contact_key")).isFalse();
        vendor().set("lacking-fields", JSON.createArrayNode());
        assertThat(account.hasUnique("contacts", "ai_contact_key")).isFalse();
        clock.step(Duration.ofMinutes(61));
        assertThat(account.hasUnique("contacts", "ai_contact_key")).isTrue();
    }

    @Test
    void makesOneContactThoughTwoReplicasMakeItAtOnce() throws Exception {
        Hubspot one = hubspot(DEFAULTS);
        Hubspot other = hubspot(DEFAULTS);
        assertThat(madeAtOnce(one, other)).hasSize(1);
        assertThat(contactsWith(NOBODY)).hasSize(1);
    }

    /** With nothing in the account that keeps two of them apart. */
    @Test
    void makesOneContactThoughTwoCallsToAReplicaMakeItAtOnce() throws Exception {
        vendor().set("lacking-fields", OUR_PROPERTIES);
        Hubspot replica = hubspot(DEFAULTS);
        assertThat(madeAtOnce(replica, replica)).hasSize(1);
        assertThat(contactsWith(NOBODY)).hasSize(1);
    }

    @Test
    void prefersTheContactLatelyChanged() {
        addContact("Before", "(415) 555-0199");
        vendor().set("search-lag-seconds", IntNode.valueOf(0));
        port().createContact(new CreateContact(newKey(), "Lately", NOBODY, null, "AI Call"));
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::name).containsExactly("Lately", "Before");
    }

    @Test
    void asksAgainWhatABatchCouldNotAnswer() {
        vendor().set("failing-batches", IntNode.valueOf(1));
        assertThat(port().findByEmail(new EmailAddress("sarah@example.com")))
                .extracting(Contact::name)
                .containsExactly("Sarah Lee");
    }

    @Test
    void namesThePropertyThatTheAdministratorRequires() {
        vendor().set("required-properties", JSON.createArrayNode().add("contacts.lastname"));
        CreateContact nameless = new CreateContact(newKey(), null, NOBODY, null, "AI Call");
        assertThat(failureOf(() -> port().createContact(nameless)))
                .isEqualTo(new Failure.Invalid(400, "lastname", "MISSING_REQUIRED_PROPERTY"));
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
        new HubspotAccount(api(token.value()), VERSION, Clock.systemUTC()).ping();
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

    /** The ids of what two make for the same number, while neither sees what the other does. */
    private Set<String> madeAtOnce(Hubspot one, Hubspot other) throws Exception {
        vendor().fail(VendorTwin.object()
                .put("kind", "LATENCY")
                .put("times", 2)
                .put("delayMillis", 300)
                .put("method", "POST")
                .put("path", "/crm/objects/2026-09/contacts"));
        CreateContact command = new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call");
        Callable<String> first = () -> one.createContact(command).id();
        Callable<String> second = () -> other.createContact(command).id();
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> made : threads.invokeAll(List.of(first, second))) {
                ids.add(made.get());
            }
        }
        return ids;
    }

    private List<JsonNode> contactsWith(PhoneNumber phone) {
        return vendor().records("contacts").stream()
                .filter(stored -> stored.at("/properties/phone").asText().equals(phone.e164()))
                .toList();
    }

    private static Hubspot hubspot(HubspotDefaults defaults) {
        HubspotAccount account = new HubspotAccount(api(KEY), VERSION, Clock.systemUTC());
        return new Hubspot(account, new RecentContacts(Clock.systemUTC()), defaults);
    }

    private static String words(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private static HubspotApi api(String authorization) {
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", authorization);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(ConfigProvider.getConfig().getValue("HUBSPOT_BASE_URL", String.class)))
                .register(authorized)
                .register(new Failing())
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

    /** What the runtime makes of a failing answer. */
    private static final class Failing implements ResponseExceptionMapper<IntegrationException> {
        @Override
        public IntegrationException toThrowable(Response response) {
            VendorAnswer answer = new VendorAnswer(response.getStatus(), Map.of(), response.readEntity(String.class));
            return new IntegrationException("hubspot", "test", new HubspotFailures().read(answer, Instant.now()));
        }
    }
}
