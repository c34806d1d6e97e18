package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext.Item;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.VendorAnswer;
import dev.switchboard.testkit.CrmContract;
import dev.switchboard.testkit.HostileText;
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
import java.util.Base64;
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
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class SalesforceTest extends CrmContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DATA = "/services/data/v68.0";

    SalesforceTest() {
        super("salesforce");
    }

    @Override
    protected void addContact(String lastName, String phoneAsStored) {
        vendor().add("Contact", VendorTwin.object().put("LastName", lastName).put("Phone", phoneAsStored));
    }

    @Override
    protected String storedTranscript(IdempotencyKey key) {
        JsonNode task = tasks(key).getFirst();
        return vendor().records("ContentVersion").stream()
                .filter(file -> file.path("FirstPublishLocationId").equals(task.path("Id")))
                .map(file -> Base64.getDecoder().decode(file.path("VersionData").asText()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .findFirst()
                .orElse(task.path("Description").asText());
    }

    @Override
    protected int made(IdempotencyKey key) {
        return tasks(key).size();
    }

    @Override
    protected String creatingMethod() {
        return "PATCH";
    }

    @Override
    protected String creatingPath() {
        return DATA + "/sobjects/Task";
    }

    @Override
    protected boolean nearlySpendsTheQuota() {
        vendor().set("spent-today", IntNode.valueOf(13_900));
        return true;
    }

    @Test
    void asksInTheVendorsWords() throws IOException {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        assertThat(lastRequest("/parameterizedSearch")).isEqualTo(fixture("search-by-phone"));
        LogActivity command = activity(new IdempotencyKey("call-1"), "Customer: hello");
        port().logActivity(command);
        assertThat(lastRequest("/sobjects/Task")).isEqualTo(fixture("task", "{{contact}}", sarah.id()));
    }

    @Test
    void readsTheContextInOneCall() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        int before = vendor().exchanges().size();
        var context = port().contextOf(sarah);
        assertThat(vendor().exchanges()).hasSize(before + 1);
        assertThat(context.segment()).isEqualTo("Premium");
        assertThat(context.owner()).isEqualTo("Dana Fields");
        assertThat(context.recent())
                .containsExactly(
                        new Item("Lee Design: studio furniture", "Lee Design: studio furniture", "Negotiation"),
                        new Item("00001001", "Invoice without the VAT number", "Closed"));
    }

    @Test
    void doesWithoutFieldsTheOrgLacks() {
        lack("Segment__c", "AI_External_Id__c", "AI_Summary__c", "AI_Sentiment__c", "AI_Intent__c", "AI_Resolved__c");
        Salesforce other = newOrg();
        assertThat(port().contextOf(port().findByPhone(SARAH).getFirst()).segment())
                .isEqualTo("Customer");
        LogActivity activity = activity(newKey(), "Customer: hello");
        String logged = other.logActivity(activity).id();
        assertThat(other.loggedActivity(activity)).map(found -> found.id()).contains(logged);
        OpenCase unresolved = openCase();
        Ticket opened = other.openCase(unresolved);
        assertThat(other.openedCase(unresolved)).map(Ticket::id).contains(opened.id());
        CreateContact ana = new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call");
        Contact made = other.createContact(ana);
        assertThat(other.createdContact(ana)).map(Contact::id).contains(made.id());
    }

    /** The field is there, and upserts by it are refused. */
    @Test
    void doesWithoutAnExternalIdThatIsAFieldLikeAnyOther() {
        vendor().set("plain-fields", JSON.createArrayNode().add("AI_External_Id__c"));
        Salesforce other = newOrg();
        LogActivity activity = activity(newKey(), "Customer: hello");
        String logged = other.logActivity(activity).id();
        assertThat(other.loggedActivity(activity)).map(found -> found.id()).contains(logged);
        OpenCase unresolved = openCase();
        Ticket opened = other.openCase(unresolved);
        assertThat(other.openedCase(unresolved)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void takesTheRecordOfWhoWasFasterAtThisMoment() {
        IdempotencyKey key = newKey();
        vendor().set("upsert-races", IntNode.valueOf(1));
        String logged = port().logActivity(activity(key, "Customer: hello")).id();
        assertThat(tasks(key)).extracting(task -> task.path("Id").asText()).containsExactly(logged);
        OpenCase unresolved = openCase();
        vendor().set("upsert-races", IntNode.valueOf(1));
        assertThat(((CaseDesk) port()).openCase(unresolved).id())
                .isEqualTo(vendor().records("Case").getLast().path("Id").asText());
    }

    /** One that did not know of it: its upsert would write the subtype a second time. */
    @Test
    void takesTheTaskThatAnotherReplicaWrote() {
        for (String transcript : List.of("Customer: hello", longTranscript())) {
            LogActivity command = activity(newKey(), transcript);
            String first = newOrg().logActivity(command).id();
            assertThat(port().logActivity(command).id()).isEqualTo(first);
            assertThat(tasks(command.key())).hasSize(1);
        }
    }

    /** As long as the administrator has not made the field unique. */
    @Test
    void takesOneOfSeveralRecordsWithItsKey() {
        LogActivity command = activity(newKey(), "Customer: hello");
        for (int times = 0; times < 2; times++) {
            vendor().add(
                            "Task",
                            VendorTwin.object()
                                    .put("Subject", "Twice")
                                    .put("CallObject", command.key().value())
                                    .put("AI_External_Id__c", command.key().value()));
        }
        String logged = port().logActivity(command).id();
        assertThat(tasks(command.key()))
                .hasSize(2)
                .extracting(task -> task.path("Id").asText())
                .contains(logged);
    }

    @Test
    void makesOneContactThoughTwoReplicasMakeItAtOnce() throws Exception {
        Salesforce one = newOrg();
        Salesforce other = newOrg();
        CreateContact command = new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call");
        vendor().fail(VendorTwin.object()
                .put("kind", "LATENCY")
                .put("times", 2)
                .put("delayMillis", 300)
                .put("method", "POST")
                .put("path", DATA.replace("v68.0", "v58.0") + "/sobjects/Contact"));
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> first = () -> one.createContact(command).id();
            Callable<String> second = () -> other.createContact(command).id();
            for (Future<String> made : threads.invokeAll(List.of(first, second))) {
                ids.add(made.get());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(vendor().records("Contact"))
                .filteredOn(stored -> stored.path("Phone").asText().equals(NOBODY.e164()))
                .hasSize(1);
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
        assertThat(vendor().records("Contact"))
                .filteredOn(stored -> byNumber.containsKey(stored.path("Phone").asText()))
                .hasSize(names.size())
                .allSatisfy(stored -> assertThat(given(stored))
                        .isEqualTo(byNumber.get(stored.path("Phone").asText())));
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
    void opensACaseWithWhatTheAiUnderstood() {
        OpenCase command = openCase();
        Ticket opened = ((CaseDesk) port()).openCase(command);
        assertThat(opened.number()).isEqualTo("00001002");
        assertThat(opened.status()).isEqualTo(TicketStatus.NEW);
        JsonNode stored = vendor().records("Case").getLast();
        assertThat(stored.path("AI_Summary__c").asText()).isEqualTo("The chair is broken.");
        assertThat(stored.path("AI_Sentiment__c").asText()).isEqualTo("angry");
        assertThat(stored.path("AI_Intent__c").asText()).isEqualTo("complaint");
        assertThat(stored.path("AI_Resolved__c").asBoolean(true)).isFalse();
        assertThat(stored.path("Priority").asText()).isEqualTo("High");
        assertThat(((CaseDesk) port()).openedCase(command)).map(Ticket::number).contains("00001002");
        assertThat(((CaseDesk) port()).caseById(opened.id())).contains(opened);
    }

    @Test
    void opensACaseForALeadWhichCannotBeItsContact() {
        JsonNode lead = vendor().add(
                        "Lead",
                        VendorTwin.object()
                                .put("LastName", "Hughes")
                                .put("Company", "X")
                                .put("Phone", "+14155550199"));
        String id = lead.path("Id").asText();
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::id).containsExactly(id);
        OpenCase command = openCase(id);
        Ticket opened = ((CaseDesk) port()).openCase(command);
        JsonNode stored = vendor().records("Case").getLast();
        assertThat(stored.path("Id").asText()).isEqualTo(opened.id());
        assertThat(stored.has("ContactId")).isFalse();
        assertThat(stored.path("Description").asText()).endsWith("Lead: " + id);
        assertThat(((CaseDesk) port()).openedCase(command)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void tellsWhoseLeadItIs() {
        vendor().add(
                        "Lead",
                        VendorTwin.object()
                                .put("LastName", "Hughes")
                                .put("Company", "Hughes Ltd")
                                .put("Phone", "+14155550199"));
        Contact lead = port().findByPhone(NOBODY).getFirst();
        assertThat(port().contextOf(lead).company()).isEqualTo("Hughes Ltd");
        assertThat(port().contextOf(lead).owner()).isEqualTo("Dana Fields");
    }

    @Test
    void tellsNotesAndWhatIsStillToBeDone() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        port().logActivity(activity(newKey(), "Customer: hello"));
        vendor().add(
                        "Task",
                        VendorTwin.object()
                                .put("Subject", "Call back about the chairs")
                                .put("WhoId", sarah.id()));
        String note = vendor().add(
                        "ContentDocument",
                        VendorTwin.object().put("Title", "Prefers oak").put("FileType", "SNOTE"))
                .path("Id")
                .asText();
        vendor().add(
                        "ContentDocumentLink",
                        VendorTwin.object().put("ContentDocumentId", note).put("LinkedEntityId", sarah.id()));
        assertThat(port().contextOf(sarah).recent())
                .extracting(Item::subject, Item::status)
                .containsExactlyInAnyOrder(
                        tuple("Lee Design: studio furniture", "Negotiation"),
                        tuple("Call back about the chairs", "Not Started"),
                        tuple("Prefers oak", "note"),
                        tuple("Invoice without the VAT number", "Closed"));
    }

    @Test
    void prefersTheContactLatelyTalkedTo() {
        addSpoken("Before", "2026-01-02");
        addSpoken("Lately", "2026-11-01");
        addSpoken("Never", null);
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::name).containsExactly("Lately", "Before", "Never");
        assertThat(port().findByEmail(new EmailAddress("shared@example.com")))
                .extracting(Contact::name)
                .containsExactly("Lately", "Before", "Never");
    }

    @Test
    void waitsForTheDaysRequestsToComeBack() {
        port().findByPhone(SARAH);
        vendor().set("daily-limit", IntNode.valueOf(1));
        assertThat(failureOf(this::lookUp)).isEqualTo(new Failure.RateLimited(403, Duration.ofMinutes(10)));
    }

    @Test
    void findsItsOwnContactWhileTheSearchIndexLags() {
        vendor().set("search-lag-seconds", IntNode.valueOf(60));
        CreateContact command = new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call");
        Contact made = port().createContact(command);
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::id).containsExactly(made.id());
    }

    @Test
    void returnsTheContactItMadeForTheNumberAndLeavesItAlone() {
        IdempotencyKey key = newKey();
        Contact first = port().createContact(new CreateContact(key, "Ana Gómez", NOBODY, null, "AI Call"));
        Contact second = port().createContact(new CreateContact(key, null, NOBODY, null, "AI Call"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.name()).isEqualTo("Ana Gómez");
    }

    @Test
    void takesTheContactThatDuplicateRulesPointTo() {
        vendor().set("duplicate-rules", BooleanNode.TRUE);
        EmailAddress address = new EmailAddress("sarah@example.com");
        Contact known = port().createContact(new CreateContact(newKey(), "S. Lee", null, address, "AI Call"));
        assertThat(known.id()).isEqualTo(port().findByPhone(SARAH).getFirst().id());
    }

    @Test
    void prefersContactsToLeadsHoweverTheNumbersAreStored() {
        addContact("Newer", "+14155550199");
        vendor().add(
                        "Lead",
                        VendorTwin.object()
                                .put("LastName", "Old")
                                .put("Company", "X")
                                .put("Phone", "415 555 0199"));
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::name).containsExactly("Newer", "Old");
    }

    @Test
    void takesNoReferenceFromACustomersWordsIntoAComposite() {
        IdempotencyKey key = newKey();
        port().logActivity(activity(key, "Customer: @{record.id} @{x.y}\n" + longTranscript()));
        assertThat(storedTranscript(key)).contains("Customer: @{record.id} @{x.y}");
    }

    @Test
    void signsInWithAJwt() throws IOException {
        String key = new String(
                Objects.requireNonNull(
                                getClass().getResourceAsStream("/dev/switchboard/sandbox/salesforce/private-key.pem"))
                        .readAllBytes(),
                StandardCharsets.US_ASCII);
        SalesforceAuth auth = new SalesforceAuth(api(""), Clock.systemUTC());
        AccessToken token = auth.byAssertion(
                        "salesforce-sandbox-client",
                        "integration@example.com",
                        SalesforceAuth.audience(URI.create("https://acme.my.salesforce.com")),
                        SalesforceKey.ofPem(key.replace("\n", "\\n")))
                .fetch();
        assertThat(token.baseUrl()).isEqualTo(URI.create(url()));
        assertThat(Objects.requireNonNull(token.renewAt()))
                .isAfter(Instant.now().plusSeconds(1_700));
        api(token.value()).limits("v58.0");
    }

    /** Another adapter, that has not yet seen which fields the org has. */
    private static Salesforce newOrg() {
        AccessToken token = new SalesforceAuth(api(""), Clock.systemUTC())
                .byClientCredentials("salesforce-sandbox-client", "salesforce-sandbox-secret")
                .fetch();
        return new Salesforce(new SalesforceOrg(api(token.value()), "v58.0", "AI_External_Id__c", Clock.systemUTC()));
    }

    private static SalesforceApi api(String authorization) {
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", authorization);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url()))
                .register(authorized)
                .register(new Failing())
                .build(SalesforceApi.class);
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("SALESFORCE_LOGIN_URL", String.class);
    }

    private void addSpoken(String lastName, @Nullable String lastActivity) {
        vendor().add(
                        "Contact",
                        VendorTwin.object()
                                .put("LastName", lastName)
                                .put("Phone", "415-555-0199")
                                .put("Email", "shared@example.com")
                                .put("LastActivityDate", lastActivity));
    }

    private OpenCase openCase() {
        return openCase(port().findByPhone(SARAH).getFirst().id());
    }

    private OpenCase openCase(String contactId) {
        return new OpenCase(
                newKey(),
                contactId,
                "The chair is broken.",
                "The chair is broken.\n\nCustomer: it broke",
                Priority.URGENT,
                "The chair is broken.",
                "angry",
                "complaint",
                false,
                SARAH.e164(),
                "sarah@example.com");
    }

    private void lack(String... fields) {
        ArrayNode names = JSON.createArrayNode();
        List.of(fields).forEach(names::add);
        vendor().set("lacking-fields", names);
    }

    /** Names that do not fit stand whole in the description. */
    private static String given(JsonNode stored) {
        String whole = stored.path("Description").asText("");
        return words(
                whole.isEmpty()
                        ? stored.path("FirstName").asText("") + " "
                                + stored.path("LastName").asText()
                        : whole.replace("Name as given: ", ""));
    }

    private static String words(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private List<JsonNode> tasks(IdempotencyKey key) {
        return vendor().records("Task").stream()
                .filter(task -> task.path("CallObject").asText().equals(key.value()))
                .toList();
    }

    private JsonNode lastRequest(String path) throws IOException {
        String body = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().contains(path))
                .reduce((first, second) -> second)
                .orElseThrow()
                .path("requestBody")
                .asText();
        return JSON.readTree(body);
    }

    private static JsonNode fixture(String name, String... replaced) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(SalesforceTest.class.getResourceAsStream("/salesforce/" + name + ".json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(replaced.length == 0 ? text : text.replace(replaced[0], replaced[1]));
        }
    }

    /** What the runtime makes of a failing answer. */
    private static final class Failing implements ResponseExceptionMapper<IntegrationException> {
        @Override
        public IntegrationException toThrowable(Response response) {
            VendorAnswer answer = new VendorAnswer(response.getStatus(), Map.of(), response.readEntity(String.class));
            return new IntegrationException("salesforce", "test", new SalesforceFailures().read(answer, Instant.now()));
        }
    }
}
