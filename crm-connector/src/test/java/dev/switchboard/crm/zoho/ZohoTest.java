package dev.switchboard.crm.zoho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.runtime.adapter.AccessToken;
import dev.switchboard.runtime.adapter.VendorAnswer;
import dev.switchboard.testkit.CrmContract;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class ZohoTest extends CrmContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CRM = "/eu/crm/v8";

    ZohoTest() {
        super("zoho");
    }

    @Override
    protected void addContact(String lastName, String phoneAsStored) {
        vendor().add("Contacts", VendorTwin.object().put("Last_Name", lastName).put("Phone", phoneAsStored));
    }

    @Override
    protected String storedTranscript(IdempotencyKey key) {
        Stream<String> rest = vendor().records("Notes").stream()
                .filter(note -> note.path("Note_Title").asText().contains("[" + key + "-"))
                .sorted(Comparator.comparingInt(ZohoTest::part))
                .map(note -> note.path("Note_Content").asText());
        return Stream.concat(
                        vendor().records("Calls").stream()
                                .filter(call ->
                                        call.path("AI_External_Id").asText().equals(key.value()))
                                .map(call -> call.path("Description").asText()),
                        rest)
                .collect(Collectors.joining("\n"));
    }

    /** It says nothing before half of it is spent. */
    @Override
    protected boolean nearlySpendsTheQuota() {
        vendor().set("daily-credits", IntNode.valueOf(200));
        for (int call = 0; call < 110; call++) {
            port().ping();
        }
        return true;
    }

    private static int part(JsonNode note) {
        String title = note.path("Note_Title").asText();
        return Integer.parseInt(title.substring(title.lastIndexOf('-') + 1, title.length() - 1));
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("Calls").stream()
                .filter(call -> call.path("Description").asText().endsWith("[" + key + "]"))
                .count();
    }

    @Override
    protected String creatingPath() {
        return CRM + "/Calls";
    }

    @Test
    void asksInTheVendorsWords() throws IOException {
        Contact sarah = sarah();
        String spellings =
                ZohoNumbers.spellings(SARAH).stream().map(Coql::literal).collect(Collectors.joining(","));
        assertThat(lastRequest("/coql")).isEqualTo(fixture("search-by-phone", "{{spellings}}", spellings));
        port().logActivity(activity(new IdempotencyKey("call-1"), "Customer: hello"));
        assertThat(lastRequest("/Calls")).isEqualTo(fixture("call", "{{contact}}", sarah.id()));
        port().contextOf(sarah);
        assertThat(lastRequest("/__composite_requests"))
                .isEqualTo(fixture(
                        "context",
                        "{{contact}}",
                        sarah.id(),
                        "{{company}}",
                        Objects.requireNonNull(sarah.companyId())));
    }

    @Test
    void readsTheContextInOneCall() {
        Contact sarah = sarah();
        int before = vendor().exchanges().size();
        CustomerContext context = port().contextOf(sarah);
        assertThat(vendor().exchanges()).hasSize(before + 1);
        assertThat(context.segment()).isEqualTo("Customer");
        assertThat(context.owner()).isEqualTo("Dana Fields");
        assertThat(context.recent())
                .containsExactlyInAnyOrder(
                        new Item("1001", "Invoice without the VAT number", "Closed"),
                        new Item("Studio furniture", "Studio furniture", "Negotiation/Review"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(020) 7946.0018", "020-7946 0018", "44 20-7946-0018", "+44 (20) 7946.0018"})
    void findsSpellingsThatNoQueryListsByTheirWords(String stored) {
        PhoneNumber london = new PhoneNumber("+442079460018");
        assertThat(ZohoNumbers.spellings(london)).doesNotContain(stored);
        addContact("Hughes", stored);
        assertThat(port().findByPhone(london)).extracting(Contact::name).containsExactly("Hughes");
    }

    @Test
    void findsAContactItMadeWhileTheSearchIsBehind() {
        Contact made = port().createContact(new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call"));
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
    void takesTheContactThatHasTheAddressAlready() {
        EmailAddress address = new EmailAddress("sarah@example.com");
        Contact known = port().createContact(new CreateContact(newKey(), "S. Lee", null, address, "AI Call"));
        assertThat(known.id()).isEqualTo(sarah().id());
    }

    @Test
    void putsTheBestMatchFirst() {
        addContact("Spelled", "415 555 0199");
        addContact("Exact", "+14155550199");
        vendor().add("Leads", VendorTwin.object().put("Last_Name", "Lead").put("Phone", "+14155550199"));
        assertThat(port().findByPhone(NOBODY)).extracting(Contact::name).containsExactly("Exact", "Spelled");
    }

    @Test
    void servesALeadThatIsNoContactYet() {
        vendor().add(
                        "Leads",
                        VendorTwin.object()
                                .put("Last_Name", "Ines")
                                .put("Company", "Ines & Co")
                                .put("Email", "ines@example.com")
                                .put("Mobile", "415-555-0199"));
        Contact lead = port().findByPhone(NOBODY).getFirst();
        assertThat(lead.id()).startsWith("lead-");
        assertThat(port().findByEmail(new EmailAddress("ines@example.com")))
                .extracting(Contact::id)
                .containsExactly(lead.id());
        assertThat(port().contextOf(lead).company()).isEqualTo("Ines & Co");
        LogActivity call = logOn(lead.id(), LogActivity.Kind.CALL, "Customer: hello\n" + longTranscript());
        assertThat(port().loggedActivity(call)).isEmpty();
        port().logActivity(call);
        assertThat(port().loggedActivity(call)).isPresent();
        assertThat(vendor().records("Calls").getFirst().at("/What_Id/name").asText())
                .isEqualTo("Ines");
    }

    @Test
    void doesNotTakeAConvertedLead() {
        vendor().add(
                        "Leads",
                        VendorTwin.object()
                                .put("Last_Name", "Old")
                                .put("Phone", NOBODY.e164())
                                .put("$converted", true));
        assertThat(port().findByPhone(NOBODY)).isEmpty();
    }

    @Test
    void logsWrittenConversationsAsNotes() {
        LogActivity command = logOn(sarah().id(), LogActivity.Kind.MESSAGE, longTranscript());
        assertThat(port().loggedActivity(command)).isEmpty();
        String id = port().logActivity(command).id();
        assertThat(vendor().records("Calls")).isEmpty();
        assertThat(port().loggedActivity(command)).map(found -> found.id()).contains(id);
    }

    @Test
    void goesOnWhereAnAttemptStopped() {
        LogActivity command = logOn(sarah().id(), LogActivity.Kind.CALL, longTranscript());
        vendor().fail(VendorTwin.object()
                .put("kind", "FORBIDDEN")
                .put("times", 1)
                .put("method", "POST")
                .put("path", CRM + "/Calls"));
        assertThat(failureOf(() -> port().logActivity(command))).isInstanceOf(Failure.Forbidden.class);
        int notes = vendor().records("Notes").size();
        assertThat(notes).isPositive();
        assertThat(port().loggedActivity(command)).isEmpty();
        port().logActivity(command);
        assertThat(vendor().records("Notes")).hasSize(notes);
    }

    @Test
    void opensACaseWithWhatTheAiUnderstood() {
        OpenCase command = openCase(sarah().id(), "it broke");
        Ticket opened = ((CaseDesk) port()).openCase(command);
        assertThat(opened.number()).isEqualTo("1002");
        assertThat(opened.status()).isEqualTo(TicketStatus.NEW);
        JsonNode stored = vendor().records("Cases").getLast();
        assertThat(stored.path("AI_Summary").asText()).isEqualTo("The chair is broken.");
        assertThat(stored.path("AI_Sentiment").asText()).isEqualTo("angry");
        assertThat(stored.path("AI_Intent").asText()).isEqualTo("complaint");
        assertThat(stored.path("AI_Resolved").asBoolean(true)).isFalse();
        assertThat(stored.path("Priority").asText()).isEqualTo("High");
        assertThat(stored.at("/Related_To/name").asText()).isEqualTo("Sarah Lee");
        assertThat(((CaseDesk) port()).openedCase(command)).map(Ticket::number).contains("1002");
        assertThat(((CaseDesk) port()).openCase(command).id()).isEqualTo(opened.id());
        assertThat(((CaseDesk) port()).caseById(opened.id())).contains(opened);
        assertThat(((CaseDesk) port()).caseById("554023000009999999")).isEmpty();
    }

    @Test
    void doesWithoutFieldsModulesAndScopesTheAccountLacks() {
        lack("AI_External_Id", "AI_Summary", "AI_Sentiment", "AI_Intent", "AI_Resolved", "Home_Phone", "Call_Result");
        vendor().set("no-composite-scope", BooleanNode.TRUE);
        Zoho other = newAccount();
        CreateContact ana = new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call");
        assertThat(other.findByPhone(NOBODY)).isEmpty();
        assertThat(other.createdContact(ana)).isEmpty();
        Contact made = other.createContact(ana);
        assertThat(other.createdContact(ana)).map(Contact::id).contains(made.id());
        LogActivity call = logOn(made.id(), LogActivity.Kind.CALL, longTranscript());
        assertThat(other.loggedActivity(call)).isEmpty();
        String logged = other.logActivity(call).id();
        assertThat(other.loggedActivity(call)).map(found -> found.id()).contains(logged);
        OpenCase unresolved = openCase(made.id(), "x".repeat(40_000));
        assertThat(other.openedCase(unresolved)).isEmpty();
        Ticket opened = other.openCase(unresolved);
        assertThat(other.openedCase(unresolved)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void readsTheContextPartByPartWhereCompositesAreRefused() {
        Zoho other = newAccount();
        Contact sarah = other.findByPhone(SARAH).getFirst();
        vendor().fail(VendorTwin.object()
                .put("kind", "INVALID")
                .put("times", 1)
                .put("method", "POST")
                .put("path", CRM + "/__composite_requests"));
        CustomerContext apart = other.contextOf(sarah);
        assertThat(apart).isEqualTo(port().contextOf(sarah));
        long composites = composites();
        assertThat(other.contextOf(sarah)).isEqualTo(apart);
        assertThat(composites()).as("not tried again").isEqualTo(composites);
    }

    @Test
    void asksNoMoreAtOnceThanTheSmallestEditionTakes() throws Exception {
        sarah();
        vendor().set("requests-at-once", IntNode.valueOf(5));
        vendor().fail(VendorTwin.object()
                .put("kind", "LATENCY")
                .put("times", 20)
                .put("delayMillis", 100));
        List<Callable<Contact>> callers =
                Stream.<Callable<Contact>>generate(() -> this::sarah).limit(20).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Contact> found : threads.invokeAll(callers)) {
                assertThat(found.get().name()).isEqualTo("Sarah Lee");
            }
        }
        assertThat(vendor().exchanges())
                .extracting(exchange -> exchange.path("status").asInt())
                .doesNotContain(429);
    }

    @Test
    void tellsNotesAfterCasesAndDealsNewestFirst() {
        Contact sarah = sarah();
        addNote(sarah, null, "Call her early,\nnever after six.");
        addNote(sarah, "Prefers oak [always]", "She said so.");
        port().logActivity(logOn(sarah.id(), LogActivity.Kind.MESSAGE, "Customer: hello"));
        int before = vendor().exchanges().size();
        List<Item> recent = port().contextOf(sarah).recent();
        assertThat(vendor().exchanges()).hasSize(before + 1);
        assertThat(recent).hasSize(5);
        assertThat(recent.subList(0, 2)).extracting(Item::status).doesNotContain("note");
        assertThat(recent.subList(2, 5))
                .containsExactly(
                        new Item("AI chat: complaint", "AI chat: complaint", "note"),
                        new Item("Prefers oak [always]", "Prefers oak [always]", "note"),
                        new Item("Call her early,", "Call her early,", "note"));
    }

    @Test
    void leavesTheRestOfALongTranscriptOutOfTheContext() {
        Contact sarah = sarah();
        port().logActivity(logOn(sarah.id(), LogActivity.Kind.MESSAGE, longTranscript()));
        assertThat(vendor().records("Notes")).hasSizeGreaterThan(1);
        assertThat(port().contextOf(sarah).recent())
                .extracting(Item::subject, Item::status)
                .endsWith(tuple("AI chat: complaint", "note"))
                .hasSize(3);
    }

    @Test
    void leavesNoCaseOutForANote() {
        Contact sarah = sarah();
        for (int note = 0; note < 6; note++) {
            addNote(sarah, "Note " + note, "Something.");
        }
        assertThat(port().contextOf(sarah).recent())
                .extracting(Item::subject)
                .hasSize(5)
                .contains("Invoice without the VAT number", "Studio furniture")
                .endsWith("Note 5", "Note 4", "Note 3");
    }

    @Test
    void readsTheContextWhereNotesAreHidden() {
        Contact sarah = sarah();
        addNote(sarah, "Prefers oak", "She said so.");
        CustomerContext whole = port().contextOf(sarah);
        assertThat(whole.recent()).extracting(Item::subject).contains("Prefers oak");
        lack("Notes");
        CustomerContext rest = port().contextOf(sarah);
        assertThat(rest.company()).isEqualTo(whole.company());
        assertThat(rest.owner()).isEqualTo(whole.owner());
        assertThat(rest.recent()).isEqualTo(whole.recent().subList(0, 2));
    }

    @Test
    void readsTheContextPartByPartWhereNotesAreRefused() {
        Contact sarah = sarah();
        addNote(sarah, "Prefers oak", "She said so.");
        CustomerContext whole = port().contextOf(sarah);
        vendor().set("no-composite-scope", BooleanNode.TRUE);
        Zoho apart = newAccount();
        assertThat(apart.contextOf(sarah)).isEqualTo(whole);
        vendor().fail(VendorTwin.object()
                .put("kind", "FORBIDDEN")
                .put("times", 1)
                .put("method", "GET")
                .put("path", CRM + "/Contacts/" + sarah.id() + "/Notes"));
        CustomerContext rest = apart.contextOf(sarah);
        assertThat(rest.company()).isEqualTo("Lee Design");
        assertThat(rest.recent()).isEqualTo(whole.recent().subList(0, 2));
    }

    @Test
    void readsTheContextWhereThereAreNoCases() {
        lack("Cases");
        assertThat(port().contextOf(sarah()).recent()).extracting(Item::subject).containsExactly("Studio furniture");
    }

    @Test
    void saysWhichFieldWasRefusedThoughTheAnswerWasAccepted() {
        vendor().set("required-fields", JSON.createArrayNode().add("Contacts.Secondary_Email"));
        CreateContact ana = new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call");
        assertThat(failureOf(() -> port().createContact(ana)))
                .isEqualTo(new Failure.Invalid(200, "Secondary_Email", "MANDATORY_NOT_FOUND"));
    }

    @Test
    void fetchesOneTokenHoweverManyNeedIt() throws Exception {
        sarah();
        long before = tokens();
        vendor().expireTokens();
        List<Callable<Contact>> callers = new ArrayList<>();
        for (int caller = 0; caller < 20; caller++) {
            callers.add(this::sarah);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Contact> found : threads.invokeAll(callers)) {
                assertThat(found.get().name()).isEqualTo("Sarah Lee");
            }
        }
        assertThat(tokens()).isEqualTo(before + 1);
    }

    @Test
    void signsInWithClientCredentials() {
        ZohoJson.Token token = api("").byClientCredentials(
                        accounts(),
                        "client_credentials",
                        "1000.ZOHOSANDBOX",
                        "zoho-sandbox-secret",
                        "ZohoCRM.20071234567",
                        "ZohoCRM.modules.ALL");
        assertThat(token.accessToken()).isNotBlank();
        assertThat(token.apiDomain()).endsWith("/zoho/eu");
    }

    static List<String> hostile() {
        List<String> all = new ArrayList<>(CoqlTest.anything().subList(0, 25));
        all.addAll(
                List.of("' or id is not null limit 1 --", "x".repeat(10_000), "😀".repeat(200), "javascript:alert(1)"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesNothingThatPeopleSayForAQuery(String said) {
        int contacts = vendor().records("Contacts").size();
        CreateContact command = new CreateContact(newKey(), said, NOBODY, null, "AI Call");
        Contact made = port().createContact(command);
        assertThat(port().createdContact(command)).map(Contact::id).contains(made.id());
        assertThat(vendor().records("Contacts")).hasSize(contacts + 1);
        LogActivity call = logOn(made.id(), LogActivity.Kind.CALL, said);
        port().logActivity(call);
        assertThat(port().loggedActivity(call)).isPresent();
        String clean = said.replace("\0", "").replace("\r", "");
        assertThat(vendor().records("Calls").getLast().path("Description").asText())
                .contains(clean.strip());
        Optional<EmailAddress> address = EmailAddress.parse(said + "@example.com");
        address.ifPresent(email -> assertThat(port().findByEmail(email)).isEmpty());
    }

    private Contact sarah() {
        return port().findByPhone(SARAH).getFirst();
    }

    private long tokens() {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith("/oauth/v2/token"))
                .count();
    }

    private long composites() {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith("/__composite_requests"))
                .count();
    }

    private void addNote(Contact on, @Nullable String title, String content) {
        ObjectNode note = VendorTwin.object().put("Note_Title", title).put("Note_Content", content);
        note.putObject("Parent_Id").put("id", on.id()).putObject("module").put("api_name", "Contacts");
        vendor().add("Notes", note);
    }

    private void lack(String... names) {
        ArrayNode lacking = JSON.createArrayNode();
        List.of(names).forEach(lacking::add);
        vendor().set("lacking-fields", lacking);
    }

    private static OpenCase openCase(String contactId, String said) {
        return new OpenCase(
                newKey(),
                contactId,
                "The chair is broken.",
                "The chair is broken.\n\nCustomer: " + said,
                Priority.URGENT,
                "The chair is broken.",
                "angry",
                "complaint",
                false,
                SARAH.e164(),
                "sarah@example.com");
    }

    private static LogActivity logOn(String contactId, LogActivity.Kind kind, String transcript) {
        return new LogActivity(
                newKey(),
                contactId,
                kind,
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

    /** Another adapter, that has not yet seen which fields the account has. */
    private static Zoho newAccount() {
        ZohoAuth.Hosts hosts = new ZohoAuth.Hosts(URI.create(accounts()), URI.create(url()), null);
        AccessToken token = new ZohoAuth(
                        () -> api("").byRefreshToken(
                                        accounts(),
                                        "refresh_token",
                                        "1000.ZOHOSANDBOX",
                                        "zoho-sandbox-secret",
                                        "1000.zoho-sandbox-refresh"),
                        hosts,
                        Clock.systemUTC())
                .fetch();
        return new Zoho(new ZohoOrg(
                build(Objects.requireNonNull(token.baseUrl()).toString(), token.value()),
                "v8",
                "AI_External_Id",
                Clock.systemUTC(),
                new ZohoTurns(5)));
    }

    private static ZohoApi api(String authorization) {
        return build(url(), authorization);
    }

    private static ZohoApi build(String url, String authorization) {
        ClientRequestFilter authorized = request -> request.getHeaders().putSingle("Authorization", authorization);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(url))
                .register(authorized)
                .register(new Refused())
                .build(ZohoApi.class);
    }

    /** As the runtime's clients do it. */
    private static final class Refused implements ResponseExceptionMapper<IntegrationException> {
        @Override
        public IntegrationException toThrowable(Response response) {
            VendorAnswer answer = new VendorAnswer(response.getStatus(), Map.of(), response.readEntity(String.class));
            return new IntegrationException("zoho", "answer", new ZohoFailures().read(answer, Instant.EPOCH));
        }
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("ZOHO_BASE_URL", String.class);
    }

    private static String accounts() {
        return ConfigProvider.getConfig().getValue("ZOHO_ACCOUNTS_URL", String.class);
    }

    private JsonNode lastRequest(String path) throws IOException {
        String body = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith(path))
                .reduce((first, second) -> second)
                .orElseThrow()
                .path("requestBody")
                .asText();
        return JSON.readTree(body);
    }

    private static JsonNode fixture(String name, String... replaced) throws IOException {
        try (InputStream file = Objects.requireNonNull(ZohoTest.class.getResourceAsStream("/zoho/" + name + ".json"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < replaced.length; i += 2) {
                text = text.replace(replaced[i], replaced[i + 1]);
            }
            return JSON.readTree(text);
        }
    }
}
