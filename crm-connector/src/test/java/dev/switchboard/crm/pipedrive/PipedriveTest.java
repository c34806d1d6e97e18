package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.CustomerContext.Item;
import dev.switchboard.integration.port.LogActivity;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class PipedriveTest extends CrmContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CALL_LOGS = "/api/v1/callLogs";
    private static final String NOTES = "/api/v1/notes";

    PipedriveTest() {
        super("pipedrive");
    }

    @Override
    protected void addContact(String lastName, String phoneAsStored) {
        ObjectNode person = VendorTwin.object().put("name", lastName);
        person.putArray("phones").addObject().put("value", phoneAsStored);
        vendor().add("persons", person);
    }

    @Override
    protected String storedTranscript(IdempotencyKey key) {
        return Stream.concat(
                        vendor().records("activities").stream().map(stored -> stored.path("note")),
                        vendor().records("notes").stream().map(stored -> stored.path("content")))
                .map(JsonNode::asText)
                .filter(text -> text.contains("[" + key.value()))
                .collect(Collectors.joining("<br>"))
                .replace("<br>", "\n")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("activities").stream()
                .filter(stored -> stored.path("note").asText().contains("[" + key.value() + "]"))
                .count();
    }

    @Override
    protected String creatingPath() {
        return "/api/v2/activities";
    }

    @Override
    protected boolean nearlySpendsTheQuota() {
        vendor().set("spent-tokens", IntNode.valueOf(148_000));
        return true;
    }

    @Test
    void writesInTheVendorsWords() throws IOException {
        port().logActivity(activity(new IdempotencyKey("call-1"), "Customer: <hello> & goodbye"));
        assertThat(lastRequest("/api/v2/activities")).isEqualTo(fixture("activity"));
        assertThat(lastRequest(CALL_LOGS)).isEqualTo(fixture("call-log"));
        port().logActivity(chat(new IdempotencyKey("chat-1"), "Customer: hello"));
        assertThat(lastRequest(NOTES)).isEqualTo(fixture("note"));
    }

    @Test
    void writesOurKeyIntoTheFieldByItsHash() throws IOException {
        port().createContact(new CreateContact(
                new IdempotencyKey("person-1"), "Ana Gómez", NOBODY, new EmailAddress("ana@example.com"), "AI Call"));
        ObjectNode expected = (ObjectNode) fixture("person");
        JsonNode hash = vendor().records("person-fields").stream()
                .filter(field -> field.path("field_name").asText().equals("AI external id"))
                .map(field -> field.path("field_code"))
                .findFirst()
                .orElseThrow();
        expected.putObject("custom_fields").put(hash.asText(), "person-1");
        assertThat(lastRequest("/api/v2/persons")).isEqualTo(expected);
    }

    @Test
    void neverCallsWhatIsGone() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        port().contextOf(sarah);
        port().logActivity(activity(newKey(), longTranscript()));
        port().createContact(new CreateContact(newKey(), null, NOBODY, null, "AI Call"));
        assertThat(vendor().exchanges())
                .extracting(exchange -> exchange.path("status").asInt())
                .doesNotContain(410);
    }

    @Test
    void asksOnceForAnyNumberOnceTheSearchWasSeenToLookIntoNumbers() {
        Pipedrive fresh = withApiToken();
        assertThat(fresh.findByPhone(NOBODY)).isEmpty();
        assertThat(searches()).as("not seen yet").isEqualTo(3);
        assertThat(fresh.findByPhone(SARAH)).hasSize(1);
        assertThat(searches()).as("somebody known").isEqualTo(4);
        assertThat(fresh.findByPhone(NOBODY)).isEmpty();
        assertThat(searches()).as("seen since").isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550177", "4155550177"})
    void findsANumberWithoutSignsThoughTheSearchDoesNotLookIntoNumbers(String stored) {
        vendor().set("search-by-words", BooleanNode.TRUE);
        addContact("Known", stored);
        assertThat(withApiToken().findByPhone(new PhoneNumber("+14155550177")))
                .extracting(Contact::name)
                .containsExactly("Known");
    }

    @Test
    void putsTheBestMatchFirst() {
        addContact("Spelled", "415 555 0199");
        addContact("Spelled later", "(415) 555-0199");
        addContact("Exact", NOBODY.e164());
        assertThat(port().findByPhone(NOBODY))
                .extracting(Contact::name)
                .containsExactly("Exact", "Spelled", "Spelled later");
    }

    @Test
    void tellsEveryPersonWithTheNumber() {
        addContact("Lee, S.", "415-555-0100");
        assertThat(port().findByPhone(SARAH)).extracting(Contact::name).containsExactly("Sarah Lee", "Lee, S.");
    }

    @Test
    void tellsCompanyOwnerSegmentDealsAndWhatIsPlanned() {
        CustomerContext context = port().contextOf(port().findByPhone(SARAH).getFirst());
        assertThat(context)
                .returns("Lee Design", CustomerContext::company)
                .returns("Premium", CustomerContext::segment)
                .returns("Dana Fields", CustomerContext::owner);
        assertThat(context.recent())
                .extracting(Item::subject, Item::status)
                .containsExactlyInAnyOrder(
                        tuple("Studio furniture", "open"),
                        tuple("Desk lamps", "won"),
                        tuple("Invoice without the VAT number", "planned"));
    }

    @Test
    void tellsNotesByTheirFirstLinesAfterDealsAndWhatIsPlanned() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        addNote(sarah, "<p>Prefers <b>oak</b> &amp; brass</p><p>She said so.</p>");
        port().logActivity(chat(newKey(), "Customer: hello"));
        List<Item> recent = port().contextOf(sarah).recent();
        assertThat(recent).hasSize(5);
        assertThat(recent.subList(0, 3)).extracting(Item::status).doesNotContain("note");
        assertThat(recent.subList(3, 5))
                .containsExactly(
                        new Item("AI chat: complaint", "AI chat: complaint", "note"),
                        new Item("Prefers oak & brass", "Prefers oak & brass", "note"));
        assertThat(lastNotesAsked()).isEqualTo("limit=5&person_id=" + sarah.id() + "&sort=add_time DESC");
    }

    @Test
    void leavesTheRestOfALongTranscriptOutOfTheContext() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        port().logActivity(activity(newKey(), longTranscript()));
        assertThat(vendor().records("notes")).isNotEmpty();
        assertThat(port().contextOf(sarah).recent()).extracting(Item::status).doesNotContain("note");
    }

    @Test
    void tellsTheRestWhereNotesAreHidden() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        addNote(sarah, "Prefers oak");
        CustomerContext whole = port().contextOf(sarah);
        assertThat(whole.recent()).hasSize(4).last().isEqualTo(new Item("Prefers oak", "Prefers oak", "note"));
        vendor().fail(VendorTwin.object()
                .put("kind", "FORBIDDEN")
                .put("times", 1)
                .put("method", "GET")
                .put("path", NOTES));
        CustomerContext rest = port().contextOf(sarah);
        assertThat(rest.company()).isEqualTo(whole.company());
        assertThat(rest.owner()).isEqualTo(whole.owner());
        assertThat(rest.recent()).isEqualTo(whole.recent().subList(0, 3));
    }

    @Test
    void spendsNoTokensOnNotesThatHaveNoRoom() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        for (int task = 0; task < 2; task++) {
            ObjectNode planned = VendorTwin.object().put("subject", "Call back").put("type", "task");
            planned.putArray("participants")
                    .addObject()
                    .put("person_id", Long.parseLong(sarah.id()))
                    .put("primary", true);
            vendor().add("activities", planned);
        }
        assertThat(port().contextOf(sarah).recent()).hasSize(5);
        assertThat(vendor().exchanges())
                .extracting(exchange -> exchange.path("path").asText())
                .doesNotContain(NOTES);
    }

    @Test
    void doesWithoutFieldsTheCompanyLacks() {
        vendor().set(
                        "lacking-fields",
                        JSON.createArrayNode().add("AI external id").add("Segment"));
        Pipedrive other = withApiToken();
        Contact made = other.createContact(new CreateContact(newKey(), "Ana", NOBODY, null, "AI Call"));
        assertThat(made.name()).isEqualTo("Ana");
        Contact sarah = other.findByPhone(SARAH).getFirst();
        assertThat(other.contextOf(sarah).segment()).isEqualTo("Customer");
    }

    @Test
    void findsWhomAnyReplicaHasMadeWhileTheSearchIsBehind() {
        CreateContact command = new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call");
        Contact made = port().createContact(command);
        Pipedrive other = withApiToken();
        assertThat(other.createdContact(command)).map(Contact::id).contains(made.id());
        assertThat(other.createContact(new CreateContact(newKey(), null, NOBODY, null, "AI Call"))
                        .id())
                .isEqualTo(made.id());
        vendor().set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(other.findByPhone(NOBODY)).extracting(Contact::id).containsExactly(made.id());
    }

    @Test
    void leavesOnePersonWhenTwoReplicasMakeOneAtTheSameMoment() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        List<Callable<Contact>> replicas = Stream.generate(() -> withApiToken(waitingToMakeAPersonFor(both)))
                .limit(2)
                .<Callable<Contact>>map(replica ->
                        () -> replica.createContact(new CreateContact(newKey(), null, NOBODY, null, "AI Call")))
                .toList();
        Set<String> told = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Contact> made : threads.invokeAll(replicas)) {
                told.add(made.get().id());
            }
        }
        assertThat(personsAt(NOBODY)).as("both were made").hasSize(2);
        assertThat(personsAt(NOBODY))
                .filteredOn(person -> !person.path("is_deleted").asBoolean())
                .extracting(person -> person.path("id").asText())
                .containsExactlyElementsOf(told);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT_AFTER_APPLYING", "RESET_AFTER_APPLYING"})
    void makesOnePersonThoughTheAnswerWasLost(String trouble) {
        vendor().fail(VendorTwin.object()
                .put("kind", trouble)
                .put("times", 1)
                .put("method", "POST")
                .put("path", "/api/v2/persons"));
        port().createContact(new CreateContact(newKey(), null, NOBODY, null, "AI Call"));
        assertThat(personsAt(NOBODY)).hasSize(1);
    }

    @Test
    void keepsASubjectThatIsTooLongWhole() {
        String subject = "Asked about order 1001 ".repeat(20).strip();
        LogActivity call = activity(newKey(), "customer: hello");
        port().logActivity(new LogActivity(
                call.key(),
                call.contactId(),
                call.kind(),
                subject,
                call.summary(),
                call.transcript(),
                call.resolved(),
                call.intent(),
                call.sentiment(),
                call.customerAddress(),
                call.lineAddress(),
                call.ticket(),
                call.endedAt(),
                call.duration()));
        assertThat(storedTranscript(call.key())).contains(subject);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT_AFTER_APPLYING", "RESET_AFTER_APPLYING", "RATE_LIMITED"})
    void logsTheCallOnceWhateverHappensToItsAnswer(String trouble) {
        IdempotencyKey key = newKey();
        fail(trouble);
        create(key);
        assertThat(made(key)).isEqualTo(1);
        assertThat(vendor().records("call-logs")).hasSize(1);
    }

    @Test
    void makesDoWithTheActivityWithoutTheScopeForTelephony() {
        IdempotencyKey key = newKey();
        fail("FORBIDDEN");
        create(key);
        assertThat(made(key)).isEqualTo(1);
        assertThat(vendor().records("call-logs")).isEmpty();
    }

    @Test
    void logsWrittenConversationsAsNotes() {
        LogActivity command = chat(newKey(), longTranscript());
        assertThat(port().loggedActivity(command)).isEmpty();
        Activity logged = port().logActivity(command);
        assertThat(port().loggedActivity(command)).contains(logged);
        assertThat(vendor().records("call-logs")).isEmpty();
    }

    @Test
    void doesNotTryAgainOnceTheDaysTokensAreSpent() {
        vendor().set("daily-tokens", IntNode.valueOf(5));
        assertThat(failureOf(this::lookUp))
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.httpStatus()).isEqualTo(429));
        assertThat(searches()).isEqualTo(1);
    }

    @Test
    void stopsWhenItIsBanned() {
        vendor().set("banned", BooleanNode.TRUE);
        assertThat(failureOf(this::lookUp))
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.httpStatus()).isEqualTo(403));
        assertThat(searches()).isEqualTo(1);
    }

    private void fail(String trouble) {
        vendor().fail(VendorTwin.object()
                .put("kind", trouble)
                .put("times", 1)
                .put("method", "POST")
                .put("path", CALL_LOGS));
    }

    private void addNote(Contact on, String html) {
        vendor().add("notes", VendorTwin.object().put("content", html).put("person_id", Long.parseLong(on.id())));
    }

    /** The parameters, as they read, in the order of their names. */
    private String lastNotesAsked() {
        String query = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().equals(NOTES))
                .filter(exchange -> exchange.path("method").asText().equals("GET"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .path("rawQuery")
                .asText();
        return Stream.of(URLDecoder.decode(query, StandardCharsets.UTF_8).split("&"))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** Without the one that was refused because the reset made the token unknown. */
    private long searches() {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("status").asInt() != 401)
                .filter(exchange -> exchange.path("path").asText().endsWith("/search"))
                .count();
    }

    private static LogActivity chat(IdempotencyKey key, String transcript) {
        return new LogActivity(
                key,
                "1201",
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

    private List<JsonNode> personsAt(PhoneNumber phone) {
        return vendor().records("persons").stream()
                .filter(person -> person.at("/phones/0/value").asText().equals(phone.e164()))
                .toList();
    }

    private static ClientRequestFilter waitingToMakeAPersonFor(CyclicBarrier others) {
        return request -> {
            if (request.getMethod().equals("POST")) {
                try {
                    others.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                    throw new IllegalStateException(alone);
                }
            }
        };
    }

    /** As another replica, and as a customer who has no app. */
    private static Pipedrive withApiToken() {
        return withApiToken(_ -> {});
    }

    private static Pipedrive withApiToken(ClientRequestFilter before) {
        ClientRequestFilter authorized =
                request -> request.getHeaders().putSingle("x-api-token", "pipedrive-sandbox-token");
        PipedriveApi api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(ConfigProvider.getConfig().getValue("PIPEDRIVE_BASE_URL", String.class)))
                .register(authorized)
                .register(before)
                .build(PipedriveApi.class);
        return new Pipedrive(new PipedriveAccount(api, Clock.systemUTC(), "AI external id", "segment", null));
    }

    private JsonNode lastRequest(String path) throws IOException {
        List<JsonNode> matching = vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .filter(exchange -> exchange.path("method").asText().equals("POST"))
                .toList();
        return JSON.readTree(matching.getLast().path("requestBody").asText());
    }

    private static JsonNode fixture(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PipedriveTest.class.getResourceAsStream("/pipedrive/" + name + ".json"))) {
            return JSON.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
