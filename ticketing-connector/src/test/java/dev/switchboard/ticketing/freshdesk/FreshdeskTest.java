package dev.switchboard.ticketing.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.IntNode;
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
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.testkit.HostileText;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TicketingContract;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
class FreshdeskTest extends TicketingContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef0123456789abcdef");

    FreshdeskTest() {
        super("freshdesk");
    }

    /** An API key does not expire. */
    @Override
    protected boolean renewsTokens() {
        return false;
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("tickets").stream()
                .filter(ticket ->
                        ticket.at("/custom_fields/cf_external_id").asText().equals(key.value()))
                .count();
    }

    @Override
    protected String creatingPath() {
        return "/api/v2/tickets";
    }

    @Override
    protected boolean isPrivate(Ticket ticket, String text) {
        boolean told = held(ticket).path("description_text").asText().contains(text)
                || vendor().records("mails").stream()
                        .anyMatch(mail -> mail.path("text").asText().contains(text));
        return !told
                && notesOn(ticket)
                        .filter(note -> note.path("body_text").asText().contains(text))
                        .allMatch(note -> note.path("private").asBoolean());
    }

    @Override
    protected String everythingOn(Ticket ticket) {
        Stream<String> attached = notesOn(ticket)
                .flatMap(note -> note.path("attachments").findValuesAsText("id").stream())
                .flatMap(id -> vendor().records("attachments").stream()
                        .filter(file -> file.path("id").asText().equals(id)))
                .map(file -> file.path("content").asText());
        return Stream.concat(notesOn(ticket).map(note -> note.path("body_text").asText()), attached)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void sendsTheRequestsFreshdeskDocuments() {
        port().openTicket(ticket(KEY, "customer: it broke & <hurts>"));
        assertThat(sent("/api/v2/tickets")).containsExactly(fixture("ticket.json"));
        assertThat(requests("POST"))
                .last()
                .satisfies(note -> assertThat(body(note)).isEqualTo(fixture("note.json")));
        port().openTicket(command("Call back", null, NOBODY, null));
        assertThat(sent("/api/v2/contacts")).containsExactly(fixture("contact.json"));
        assertThat(requests("GET"))
                .filteredOn(request -> request.path("path").asText().equals("/api/v2/search/contacts"))
                .first()
                .satisfies(search -> assertThat(
                                URLDecoder.decode(search.path("rawQuery").asText(), StandardCharsets.UTF_8))
                        .isEqualTo("query="
                                + fixture("contact-search.json").path("query").asText()));
    }

    @Test
    void goesOnWhereItStoppedWhenTheNoteIsRefused() {
        vendor().fail(VendorTwin.object()
                .put("kind", "RATE_LIMITED")
                .put("times", 1)
                .put("method", "POST")
                .put("path", "/api/v2/tickets/"));
        IdempotencyKey key = newKey();
        Ticket opened = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(made(key)).isEqualTo(1);
        assertThat(notesOn(opened)).hasSize(1);
    }

    @Test
    void addsTheTranscriptOnceThoughItsAnswerWasLost() {
        vendor().fail(VendorTwin.object()
                .put("kind", "RESET_AFTER_APPLYING")
                .put("times", 1)
                .put("method", "POST")
                .put("path", "/api/v2/tickets/"));
        IdempotencyKey key = newKey();
        Ticket opened = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(made(key)).isEqualTo(1);
        assertThat(notesOn(opened)).hasSize(1);
    }

    @Test
    void countsATicketWithoutItsTranscriptAsNotYetOpened() {
        OpenTicket command = ticket(newKey(), "customer: it broke");
        vendor().fail(VendorTwin.object()
                .put("kind", "FORBIDDEN")
                .put("times", 1)
                .put("method", "POST")
                .put("path", "/api/v2/tickets/"));
        assertThat(failureOf(() -> port().openTicket(command))).isEqualTo(new Failure.Forbidden(403, "access_denied"));
        assertThat(port().openedTicket(command)).isEmpty();
        Ticket opened = port().openTicket(command);
        assertThat(port().openedTicket(command)).map(Ticket::id).contains(opened.id());
        assertThat(made(command.key())).isEqualTo(1);
    }

    @Test
    void findsAnOldTicketByTheIndexWhenItsRequesterIsAnother() {
        OpenTicket command = ticket(newKey(), "customer: it broke");
        Ticket opened = port().openTicket(command);
        vendor().set("search-lag-seconds", IntNode.valueOf(0));
        OpenTicket merged = new OpenTicket(
                command.key(),
                command.subject(),
                command.transcript(),
                null,
                NOBODY,
                null,
                Priority.NORMAL,
                List.of(),
                Map.of());
        assertThat(port().openedTicket(merged)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void tellsTheCustomerTheSubjectAndNothingElse() {
        String summary = "The customer " + "really ".repeat(40) + "wants a replacement";
        Ticket opened = port().openTicket(command(summary, null, null, new EmailAddress("sarah@example.com")));
        assertThat(opened.subject()).hasSizeLessThanOrEqualTo(255).endsWith("really…");
        assertThat(vendor().records("mails"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("text").asText()).isEqualTo(opened.subject()));
        assertThat(everythingOn(opened)).contains(summary).contains("customer: hello");
        assertThat(isPrivate(opened, summary)).isTrue();
    }

    @Test
    void attachesALongTranscriptInItsOwnLetters() {
        String transcript =
                "customer: ünïcode 😀 <b> & \"quotes\"\n".repeat(5_000).strip();
        Ticket opened = port().openTicket(ticket(newKey(), transcript));
        assertThat(notesOn(opened)).singleElement().satisfies(note -> {
            assertThat(note.path("body_text").asText()).contains("ünïcode 😀 <b> & \"quotes\"");
            assertThat(note.path("private").asBoolean()).isTrue();
            assertThat(note.at("/attachments/0/name").asText()).isEqualTo("transcript.txt");
        });
        assertThat(vendor().records("attachments"))
                .singleElement()
                .satisfies(file -> assertThat(file.path("content").asText()).endsWith(transcript));
    }

    @Test
    void addsACommentOnceThoughTheAnswerWasLost() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        vendor().failOn("POST", "RESET_AFTER_APPLYING", 1);
        port().addComment(new AddComment(newKey(), opened.id(), "called again", false));
        assertThat(notesOn(opened)).hasSize(2);
    }

    @Test
    void showsTheCustomerWhatIsMeantForThem() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        port().addComment(new AddComment(newKey(), opened.id(), "Your parcel is on its way", true));
        assertThat(isPrivate(opened, "Your parcel is on its way")).isFalse();
        assertThat(isPrivate(opened, "it broke")).isTrue();
    }

    @Test
    void opensTheTicketWithoutAFieldTheAccountRefuses() {
        vendor().set("lacking-fields", JSON.createArrayNode().add("cf_intent"));
        IdempotencyKey key = newKey();
        Ticket opened = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(held(opened).path("custom_fields").properties()).hasSize(1);
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void opensNoTicketThatItCouldNotFindAgain() {
        vendor().set("lacking-fields", JSON.createArrayNode().add("cf_external_id"));
        assertThat(failureOf(() -> port().openTicket(ticket(newKey(), "customer: it broke"))))
                .isEqualTo(new Failure.Invalid(400, "cf_external_id", "invalid_field"));
        assertThat(vendor().records("tickets")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "mobile"})
    void looksIntoPhoneAndMobile(String field) {
        vendor().add("contacts", VendorTwin.object().put("name", "Tom Lee").put(field, "+14155550142"));
        assertThat(port().findRequester(new PhoneNumber("+14155550142")))
                .map(Requester::name)
                .contains("Tom Lee");
    }

    @ParameterizedTest
    @CsvSource({
        "+14155550142, (415) 555-0142",
        "+14155550142, 415-555-0142",
        "+14155550142, 415.555.0142",
        "+14155550142, 415 555 0142",
        "+14155550142, 4155550142",
        "+14155550142, 14155550142",
        "+14155550142, 0014155550142",
        "+14155550142, +1 415-555-0142",
        "+442079460018, 02079460018",
        "+442079460018, 020 7946 0018",
        "+4915123456789, 015123456789"
    })
    void findsANumberAsPeopleTypeIt(String number, String typed) {
        vendor().set("search-lag-seconds", IntNode.valueOf(0));
        vendor().add("contacts", VendorTwin.object().put("name", "Tom Lee").put("mobile", typed));
        assertThat(port().findRequester(new PhoneNumber(number)))
                .map(Requester::name)
                .contains("Tom Lee");
    }

    @Test
    void takesNobodyWhenSeveralShareANumber() {
        vendor().add("contacts", VendorTwin.object().put("name", "Tom Lee").put("phone", SARAH.e164()));
        assertThat(port().findRequester(SARAH)).isEmpty();
    }

    @Test
    void makesAPhoneOnlyCallerOnce() {
        Ticket first = port().openTicket(command("Call back", null, NOBODY, null));
        vendor().add("contacts", VendorTwin.object().put("name", "Tom Lee").put("phone", NOBODY.e164()));
        Ticket second = port().openTicket(command("Call back again", "Ann", NOBODY, null));
        assertThat(held(first).path("requester_id")).isEqualTo(held(second).path("requester_id"));
    }

    @Test
    void makesACallerWhoWithheldTheNumberNobodyElsesContact() {
        Ticket first = port().openTicket(command("Call back", null, null, null));
        Ticket second = port().openTicket(command("Call back", null, null, null));
        assertThat(held(first).path("requester_id")).isNotEqualTo(held(second).path("requester_id"));
        assertThat(vendor().records("contacts"))
                .last()
                .satisfies(contact -> assertThat(contact.path("name").asText()).isEqualTo("Unknown caller"));
    }

    @Test
    void bringsADeletedContactBack() {
        vendor().add(
                        "contacts",
                        VendorTwin.object()
                                .put("name", "Ann")
                                .put("email", "ann@example.com")
                                .put("deleted", true));
        EmailAddress ann = new EmailAddress("ann@example.com");
        port().openTicket(command("Hello", null, null, ann));
        assertThat(port().findRequester(ann)).map(Requester::name).contains("Ann");
    }

    @Test
    void opensATicketForAnAgentToo() {
        Ticket opened = port().openTicket(command("Hello", null, null, new EmailAddress("agent@example.com")));
        assertThat(held(opened).path("requester_id").asLong()).isEqualTo(103_000_000_101L);
    }

    @Test
    void opensAnAgentsTicketOnceThoughTheAnswerWasLost() {
        vendor().fail(VendorTwin.object()
                .put("kind", "RESET_AFTER_APPLYING")
                .put("times", 1)
                .put("method", "POST")
                .put("path", "/api/v2/tickets"));
        OpenTicket command = command("Hello", null, null, new EmailAddress("agent@example.com"));
        Ticket opened = port().openTicket(command);
        assertThat(made(command.key())).isEqualTo(1);
        assertThat(notesOn(opened)).hasSize(1);
    }

    @Test
    void findsNoTicketOfWhoIsNobodyYet() {
        assertThat(port().openedTicket(command("Hello", null, null, new EmailAddress("new@example.com"))))
                .isEmpty();
    }

    @Test
    void listsTicketsOlderThanAMonth() {
        Requester sarah = port().findRequester(SARAH).orElseThrow();
        assertThat(port().ticketsOf(sarah, 5))
                .extracting(Ticket::subject)
                .containsExactly("Invoice without the VAT number");
    }

    @Test
    void knowsNoDeletedTicket() {
        JsonNode added =
                vendor().add("tickets", VendorTwin.object().put("subject", "x").put("deleted", true));
        assertThat(port().ticket(added.path("id").asText())).isEmpty();
    }

    @Test
    void readsStatusesOfTheCompanysOwn() {
        FreshdeskStatuses statuses = new FreshdeskStatuses(Map.of(6, TicketStatus.PENDING, 7, TicketStatus.ON_HOLD));
        assertThat(statuses.of(6)).isEqualTo(TicketStatus.PENDING);
        assertThat(statuses.of(7)).isEqualTo(TicketStatus.ON_HOLD);
        assertThat(statuses.of(8)).isEqualTo(TicketStatus.UNKNOWN);
    }

    @Test
    void waitsUntilItMayListAgain() {
        vendor().set("list-limit-per-minute", IntNode.valueOf(0));
        Failure failure = failureOf(() -> port().findRequester(SARAH));
        assertThat(failure).isInstanceOf(Failure.RateLimited.class);
        assertThat(((Failure.RateLimited) failure).retryAfter()).isNotNull();
    }

    @Test
    void takesNothingThatIsSaidForAQuery() {
        for (String text : HostileText.strings()) {
            assertThat(port().searchArticles(text, 3))
                    .extracting(KnowledgeArticle::title)
                    .doesNotContain("Refund exceptions for agents", "Refund in the shop");
            assertThat(port().ticket(text)).as(text).isEmpty();
        }
        assertThat(requests("GET"))
                .allSatisfy(
                        request -> assertThat(request.path("rawQuery").asText()).hasSizeLessThan(2_000));
    }

    @Test
    void writesEveryTextAndNameAsItIs() {
        List<String> texts = HostileText.strings();
        List<EmailAddress> addresses = HostileText.addresses();
        for (int number = 0; number < addresses.size(); number++) {
            String text = texts.get(number);
            assertThat(port().findRequester(addresses.get(number))).isEmpty();
            Ticket opened = port().openTicket(new OpenTicket(
                    newKey(), "Help", text, text, null, addresses.get(number), Priority.NORMAL, List.of(), Map.of()));
            assertThat(everythingOn(opened)).contains(text.strip().replace("\r\n", "\n"));
            assertThat(held(opened).path("description").asText()).isEqualTo("<div>Help</div>");
            assertThat(port().findRequester(addresses.get(number)))
                    .map(Requester::name)
                    .contains(text);
        }
    }

    @Test
    void asksForNumbersInAQueryThatIsShortEnough() {
        for (String number :
                List.of("+14155550199", "+442079460018", "+4915123456789", "+390612345678", "+493012345678901")) {
            port().findRequester(new PhoneNumber(number));
        }
        assertThat(requests("GET"))
                .filteredOn(request -> request.path("path").asText().equals("/api/v2/search/contacts"))
                .hasSize(5)
                .allSatisfy(
                        request -> assertThat(request.path("status").asInt()).isEqualTo(200));
    }

    @Test
    void showsCustomersNeitherDraftsNorWhatAgentsRead() {
        assertThat(port().searchArticles("refund", 10))
                .extracting(KnowledgeArticle::title)
                .containsExactly("How do I return an item?");
    }

    @ParameterizedTest
    @CsvSource({"2,OPEN", "3,PENDING", "4,SOLVED", "5,CLOSED", "6,UNKNOWN", "7,UNKNOWN"})
    void readsEveryStatus(int freshdesks, TicketStatus ours) {
        JsonNode added =
                vendor().add("tickets", VendorTwin.object().put("subject", "x").put("status", freshdesks));
        assertThat(port().ticket("#" + added.path("id").asText()))
                .map(Ticket::status)
                .contains(ours);
    }

    @ParameterizedTest
    @CsvSource({"phone,3", "whatsapp,7"})
    void saysOverWhatChannelItCame(String channel, int source) {
        OpenTicket command = new OpenTicket(
                newKey(), "Hello", "", null, SARAH, null, Priority.LOW, List.of(), Map.of("channel", channel));
        assertThat(held(port().openTicket(command)).path("source").asInt()).isEqualTo(source);
    }

    @Test
    void cutsTagsToWhatFreshdeskTakes() {
        OpenTicket command = new OpenTicket(
                newKey(), "Hello", "", null, SARAH, null, Priority.LOW, List.of("a,b", "x".repeat(40)), Map.of());
        assertThat(held(port().openTicket(command)).path("tags").valueStream().map(JsonNode::asText))
                .containsExactly("a-b", "x".repeat(32));
    }

    @Test
    void leavesTheFirstPlaceToZendesk() {
        IntegratedSystems connected =
                CDI.current().select(IntegratedSystems.class).get();
        assertThat(connected.offering(TicketingSystem.class))
                .extracting(Object::toString)
                .startsWith("zendesk");
    }

    private static OpenTicket command(
            String summary, @Nullable String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return new OpenTicket(
                newKey(), summary, "customer: hello", name, phone, email, Priority.NORMAL, List.of(), Map.of());
    }

    private JsonNode held(Ticket ticket) {
        return vendor().records("tickets").stream()
                .filter(held -> held.path("id").asText().equals(ticket.id()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> notesOn(Ticket ticket) {
        return vendor().records("conversations").stream()
                .filter(note -> note.path("ticket_id").asText().equals(ticket.id()));
    }

    private List<JsonNode> requests(String method) {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("method").asText().equals(method))
                .toList();
    }

    private List<JsonNode> sent(String path) {
        return requests("POST").stream()
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .map(FreshdeskTest::body)
                .toList();
    }

    private static JsonNode body(JsonNode exchange) {
        try {
            return JSON.readTree(exchange.path("requestBody").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode fixture(String name) {
        try (InputStream file = FreshdeskTest.class.getResourceAsStream("/freshdesk/" + name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
