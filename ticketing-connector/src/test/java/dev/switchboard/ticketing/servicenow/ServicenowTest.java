package dev.switchboard.ticketing.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.AddComment;
import dev.switchboard.integration.port.KnowledgeArticle;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Requester;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TicketingContract;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class ServicenowTest extends TicketingContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef0123456789abcdef");
    private static final PhoneNumber TOM = new PhoneNumber("+14155550142");
    private static final String INCIDENTS = "/api/now/v2/table/incident";

    ServicenowTest() {
        super("servicenow");
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("incident").stream()
                .filter(incident -> incident.path("correlation_id").asText().equals(key.value()))
                .count();
    }

    @Override
    protected String creatingPath() {
        return INCIDENTS;
    }

    @Override
    protected boolean isPrivate(Ticket ticket, String text) {
        boolean told = held(ticket).path("description").asText().contains(text)
                || vendor().records("mails").stream()
                        .anyMatch(mail -> mail.path("text").asText().contains(text));
        return !told
                && entriesOn(ticket)
                        .filter(entry -> entry.path("value").asText().contains(text))
                        .allMatch(entry -> entry.path("element").asText().equals("work_notes"));
    }

    @Override
    protected String everythingOn(Ticket ticket) {
        return entriesOn(ticket).map(entry -> entry.path("value").asText()).collect(Collectors.joining("\n"));
    }

    @Test
    void sendsTheRequestsServicenowDocuments() {
        port().openTicket(ticket(KEY, "customer: it broke"));
        assertThat(sent(INCIDENTS)).containsExactly(fixture("create-incident.json"));
        port().openTicket(command("Call back", "Ann Mary Hall", NOBODY, null));
        assertThat(sent("/api/now/v2/table/sys_user")).containsExactly(fixture("create-user.json"));
        assertThat(vendor().exchanges())
                .allSatisfy(
                        exchange -> assertThat(exchange.path("requestHeaders").has("cookie"))
                                .isFalse());
    }

    @ParameterizedTest
    @CsvSource({"LOW,3,3,5", "NORMAL,2,2,3", "HIGH,1,2,2", "URGENT,1,1,1"})
    void letsThePriorityFollowFromImpactAndUrgency(Priority ours, String impact, String urgency, String priority) {
        OpenTicket command = new OpenTicket(newKey(), "Hello", "", null, SARAH, null, ours, List.of(), Map.of());
        JsonNode incident = held(port().openTicket(command));
        assertThat(Stream.of("impact", "urgency", "priority")
                        .map(column -> incident.path(column).asText()))
                .containsExactly(impact, urgency, priority);
    }

    @ParameterizedTest
    @CsvSource({"phone,phone", "whatsapp,chat"})
    void saysOverWhatChannelItCame(String channel, String contactType) {
        OpenTicket command = new OpenTicket(
                newKey(), "Hello", "", null, SARAH, null, Priority.LOW, List.of(), Map.of("channel", channel));
        assertThat(held(port().openTicket(command)).path("contact_type").asText())
                .isEqualTo(contactType);
    }

    @Test
    void losesNothingThatTheInstanceHasNoColumnFor() {
        vendor().set(
                        "lacking-columns",
                        JSON.createArrayNode().add("u_ai_intent").add("u_tags"));
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        assertThat(everythingOn(opened)).contains("intent: complaint").contains("tags: ai-created, complaint");
    }

    @Test
    void goesOnWhereItStoppedWhenANoteIsRefused() {
        String transcript = "customer: and then it broke again\n".repeat(500).strip();
        IdempotencyKey key = newKey();
        OpenTicket command = ticket(key, transcript);
        vendor().fail(VendorTwin.object()
                .put("kind", "FORBIDDEN")
                .put("times", 1)
                .put("method", "PATCH"));
        assertThat(failureOf(() -> port().openTicket(command))).isInstanceOf(Failure.Forbidden.class);
        assertThat(port().openedTicket(command)).isEmpty();
        vendor().failOn("PATCH", "RESET_AFTER_APPLYING", 1);
        Ticket opened = port().openTicket(command);
        assertThat(made(key)).isEqualTo(1);
        assertThat(entriesOn(opened).map(entry -> entry.path("value").asText()))
                .doesNotHaveDuplicates()
                .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(3_900));
        assertThat(everythingOn(opened).lines().filter(line -> line.equals("customer: and then it broke again")))
                .hasSize(500);
        assertThat(port().openedTicket(command)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void takesTheTicketThatIsThereWhereKeysAreUnique() {
        vendor().set("unique-correlation-ids", BooleanNode.TRUE);
        IdempotencyKey key = newKey();
        Ticket first = port().openTicket(ticket(key, "customer: it broke"));
        Ticket second = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void addsACommentOnceThoughTheAnswerWasLost() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        vendor().failOn("PATCH", "RESET_AFTER_APPLYING", 1);
        port().addComment(new AddComment(newKey(), opened.id(), "called again", false));
        assertThat(entriesOn(opened)).hasSize(2);
    }

    @Test
    void saysThatItMayNotReadTheJournalInsteadOfWritingTwice() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        AddComment command = new AddComment(newKey(), opened.id(), "called again", false);
        port().addComment(command);
        vendor().set("hidden-tables", JSON.createArrayNode().add("sys_journal_field"));
        assertThat(failureOf(() -> port().addedComment(command))).isEqualTo(new Failure.Forbidden(200, "access_rule"));
    }

    @Test
    void saysThatAnAccessRuleHidesWhatItJustMade() {
        vendor().set("hidden-tables", JSON.createArrayNode().add("incident"));
        OpenTicket command = ticket(newKey(), "customer: and then it broke again\n".repeat(500));
        assertThat(failureOf(() -> port().openTicket(command))).isEqualTo(new Failure.Forbidden(404, "access_rule"));
    }

    @Test
    void showsTheCustomerWhatIsMeantForThem() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        port().addComment(new AddComment(newKey(), opened.id(), "Your parcel is on its way", true));
        assertThat(isPrivate(opened, "Your parcel is on its way")).isFalse();
        assertThat(isPrivate(opened, "it broke")).isTrue();
    }

    @Test
    void makesNoHtmlOfWhatACustomerSaid() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: [CODE]<img src=x onerror=alert(1)>[/code]"));
        assertThat(everythingOn(opened)).doesNotContainIgnoringCase("[code]").contains("<img src=x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(415) 555-0142",
                "415-555-0142",
                "415.555.0142",
                "4155550142",
                "+1 (415) 555-0142",
                "+1 415-555-0142",
                "0014155550142",
                "1-415-555-0142",
                " +14155550142"
            })
    void findsANumberAsPeopleTypeIt(String typed) {
        vendor().add("sys_user", person("Tom", "Lee").put("home_phone", typed));
        assertThat(port().findRequester(TOM)).map(Requester::name).contains("Tom Lee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+493012345678", "+390612345678", "+33612345678", "+442079460142", "+81312345678", "+14155550142"
            })
    void findsEverySpellingOfANumberOfAnyCountry(String e164) {
        PhoneNumber number = new PhoneNumber(e164);
        for (String spelling : number.spellings()) {
            vendor().reset();
            vendor().add("sys_user", person("Tom", "Lee").put("phone", spelling));
            assertThat(port().findRequester(number))
                    .as(spelling)
                    .map(Requester::name)
                    .contains("Tom Lee");
        }
    }

    @Test
    void takesNobodyForTheCallerWhoMerelyHasTheLastDigits() {
        vendor().add("sys_user", person("Tom", "Lee").put("phone", "+442079460142"));
        assertThat(port().findRequester(TOM)).isEmpty();
    }

    @Test
    void findsNobodyWhoIsNoLongerActive() {
        vendor().add("sys_user", person("Tom", "Lee").put("phone", TOM.e164()).put("active", "false"));
        assertThat(port().findRequester(TOM)).isEmpty();
    }

    @Test
    void takesTheOneOfTheNameWhenSeveralShareANumberAndMakesNobody() {
        vendor().add("sys_user", person("Tom", "Lee").put("phone", SARAH.e164()));
        assertThat(port().findRequester(SARAH)).isEmpty();
        int people = vendor().records("sys_user").size();
        Ticket toms = port().openTicket(command("Hello", "tom lee", SARAH, null));
        Ticket nobodys = port().openTicket(command("Hello", "Ann", SARAH, null));
        assertThat(held(toms).path("caller_id").asText()).isEqualTo(sysIdOf("Tom Lee"));
        assertThat(held(nobodys).path("caller_id").asText()).isEmpty();
        assertThat(everythingOn(nobodys)).contains("caller: Ann, +14155550100");
        assertThat(vendor().records("sys_user")).hasSize(people);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys_user.email", "sys_user.active"})
    void takesNobodyWhenAPartOfTheQueryIsIgnored(String column) {
        vendor().set("unreadable-columns", JSON.createArrayNode().add(column));
        EmailAddress unheard = new EmailAddress("nobody@example.com");
        if (column.endsWith("email")) {
            assertThat(failureOf(() -> port().findRequester(unheard)))
                    .isEqualTo(new Failure.Forbidden(200, "query_ignored"));
            return;
        }
        assertThat(port().findRequester(unheard)).isEmpty();
    }

    @Test
    void takesNoTicketForTheOneWhenTheNumberIsIgnored() {
        port().openTicket(ticket(newKey(), "customer: it broke"));
        vendor().set("unreadable-columns", JSON.createArrayNode().add("incident.correlation_id"));
        assertThat(failureOf(() -> port().openedTicket(ticket(newKey(), "customer: it broke"))))
                .isEqualTo(new Failure.Forbidden(200, "query_ignored"));
    }

    @Test
    void opensTheTicketWithoutACallerWhenItMayNotMakePeople() {
        vendor().set("no-user-creation", BooleanNode.TRUE);
        Ticket opened = port().openTicket(command("Call back", "Ann", NOBODY, null));
        assertThat(held(opened).path("caller_id").asText()).isEmpty();
        assertThat(everythingOn(opened)).contains("caller: Ann, +14155550199");
    }

    @Test
    void makesACallerOnceThoughNobodyFindsThemByTheirAddress() {
        EmailAddress odd = new EmailAddress("a^b@example.com");
        Ticket first = port().openTicket(command("Hello", "Ann", null, odd));
        Ticket second = port().openTicket(command("Hello again", "Ann", null, odd));
        assertThat(held(first).path("caller_id").asText()).isNotEmpty();
        assertThat(held(first).path("caller_id")).isEqualTo(held(second).path("caller_id"));
    }

    @Test
    void leavesACallerWhoWithheldTheNumberUnnamed() {
        Ticket opened = port().openTicket(command("Call back", null, null, null));
        assertThat(held(opened).path("caller_id").asText()).isEmpty();
    }

    @Test
    void listsTicketsBehindThoseItMayNotRead() {
        ObjectNode hidden =
                VendorTwin.object().put("short_description", "hidden").put("hidden", true);
        vendor().add(
                        "incident",
                        VendorTwin.object().put("short_description", "old").put("caller_id", sysIdOf("Sarah Lee")));
        vendor().add("incident", hidden.put("caller_id", sysIdOf("Sarah Lee")));
        Requester sarah = port().findRequester(SARAH).orElseThrow();
        assertThat(port().ticketsOf(sarah, 1)).extracting(Ticket::subject).containsExactly("old");
    }

    @ParameterizedTest
    @CsvSource({"1,,NEW", "2,,OPEN", "3,1,PENDING", "3,4,ON_HOLD", "6,,SOLVED", "7,,CLOSED", "8,,CLOSED", "-5,,UNKNOWN"
    })
    void readsEveryState(String state, @Nullable String holdReason, TicketStatus ours) {
        JsonNode added = vendor().add(
                        "incident",
                        VendorTwin.object()
                                .put("short_description", "x")
                                .put("state", state)
                                .put("hold_reason", holdReason == null ? "x" : holdReason)
                                .put("close_code", "Solved")
                                .put("close_notes", "done"));
        assertThat(port().ticket(added.path("number").asText().replaceFirst("^INC0+", "")))
                .map(Ticket::status)
                .contains(ours);
    }

    @Test
    void linksToTheRecordAndReadsItsTimeAsUtc() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        Ticket read = port().ticket(opened.number()).orElseThrow();
        assertThat(String.valueOf(read.url())).endsWith("/nav_to.do?uri=incident.do%3Fsys_id%3D" + opened.id());
        assertThat(String.valueOf(read.updatedAt()).replace("T", " ").replace("Z", ""))
                .isEqualTo(held(opened).path("sys_updated_on").asText());
    }

    @Test
    void cutsALongSummaryWhereServicenowWouldAndKeepsItWhole() {
        String summary = "The customer " + "really ".repeat(40) + "wants a replacement";
        Ticket opened = port().openTicket(command(summary, null, SARAH, null));
        assertThat(held(opened).path("short_description").asText())
                .hasSizeLessThanOrEqualTo(160)
                .endsWith("really…");
        assertThat(held(opened).path("description").asText()).isEqualTo(summary);
    }

    @Test
    void readsArticlesOfTheNamedBasesOnly() {
        assertThat(port().searchArticles("return", 10)).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("How do I return an item?");
            assertThat(article.text())
                    .isEqualTo("You can return any item within 30 days. Open your order, choose Return & refund, and we"
                            + " e-mail you a prepaid label.");
            assertThat(article.url().toString()).contains("/servicenow/sp?id=kb_article_view&sys_kb_id=");
        });
        assertThat(port().searchArticles("return", 10))
                .extracting(KnowledgeArticle::title)
                .noneMatch(title -> title.contains("agents"));
    }

    @Test
    void saysUnavailableWhileTheInstanceHibernates() {
        lookUp();
        vendor().set("hibernating", BooleanNode.TRUE);
        assertThat(failureOf(this::lookUp)).isEqualTo(new Failure.Unavailable(200, false, null));
    }

    @Test
    void takesNoPartOfAnAnswerForTheWhole() {
        vendor().set("cancelled-transactions", BooleanNode.TRUE);
        assertThat(failureOf(this::lookUp)).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void heedsTheAdministratorsRule() {
        lookUp();
        vendor().set("rate-limit-per-hour", IntNode.valueOf(1));
        assertThat(failureOf(this::lookUp))
                .isInstanceOfSatisfying(
                        Failure.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^",
                "x^ORactive=true",
                "x^NQactive=true",
                "javascript:gs.getUserName()",
                "\n^NQactive=true",
                "' OR '1'='1",
                "\"quoted\" % _ \\",
                "<script>alert(1)</script>",
                "${7*7} {{7*7}}",
                "😀 ünïcode"
            })
    void neverChangesWhatIsAsked(String text) {
        int people = vendor().records("sys_user").size();
        assertThat(port().ticket(text)).isEmpty();
        assertThat(port().ticketsOf(new Requester(text, "", null, null), 5)).isEmpty();
        assertThat(port().searchArticles(text + " zzzunheardofzzz", 5)).isEmpty();
        EmailAddress.parse(text.replaceAll("[\\s\"<>,;:\\\\()]", "") + "@example.com")
                .ifPresent(email -> assertThat(port().findRequester(email)).isEmpty());
        Ticket opened = port().openTicket(command("Summary " + text, text, NOBODY, null));
        assertThat(everythingOn(opened)).contains(text);
        assertThat(vendor().records("sys_user")).hasSize(people + 1);
        assertThat(vendor().records("scripts")).isEmpty();
    }

    @Test
    void survivesTextsOfTenThousandCharacters() {
        String text = "long ".repeat(2_000);
        assertThat(port().ticket(text)).isEmpty();
        assertThat(port().searchArticles("zzzunheardofzzz".repeat(700), 5)).isEmpty();
        assertThat(port().ticketsOf(new Requester(text, "", null, null), 5)).isEmpty();
        Ticket opened = port().openTicket(command(text, text, SARAH, null));
        assertThat(everythingOn(opened).split("long", -1).length).isGreaterThanOrEqualTo(4_000);
    }

    private static OpenTicket command(
            String summary, @Nullable String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return new OpenTicket(
                newKey(), summary, "customer: hello", name, phone, email, Priority.NORMAL, List.of(), Map.of());
    }

    private static ObjectNode person(String firstName, String lastName) {
        return VendorTwin.object().put("first_name", firstName).put("last_name", lastName);
    }

    private String sysIdOf(String name) {
        return vendor().records("sys_user").stream()
                .filter(person -> person.path("name").asText().equals(name))
                .map(person -> person.path("sys_id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode held(Ticket ticket) {
        return vendor().records("incident").stream()
                .filter(held -> held.path("sys_id").asText().equals(ticket.id()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> entriesOn(Ticket ticket) {
        return vendor().records("sys_journal_field").stream()
                .filter(entry -> entry.path("element_id").asText().equals(ticket.id()));
    }

    private List<JsonNode> sent(String path) {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("method").asText().equals("POST"))
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .map(exchange -> read(exchange.path("requestBody").asText()))
                .toList();
    }

    private JsonNode fixture(String name) {
        return read(Fixture.text(name).replace("${sarah}", sysIdOf("Sarah Lee")));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
