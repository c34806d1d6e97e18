package dev.switchboard.ticketing.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import dev.switchboard.testkit.HostileText;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TicketingContract;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class ZendeskTest extends TicketingContract {
    private static final JsonMapper JSON = new JsonMapper();

    ZendeskTest() {
        super("zendesk");
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("tickets").stream()
                .filter(ticket -> ticket.path("external_id").asText().equals(key.value()))
                .count();
    }

    @Override
    protected String creatingPath() {
        return "/api/v2/tickets";
    }

    @Override
    protected boolean isPrivate(Ticket ticket, String text) {
        return commentsOn(ticket)
                .filter(comment -> comment.path("body").asText().contains(text))
                .allMatch(comment -> !comment.path("public").asBoolean());
    }

    @Override
    protected String everythingOn(Ticket ticket) {
        Stream<String> attached = commentsOn(ticket)
                .flatMap(comment -> comment.path("attachments").findValuesAsText("id").stream())
                .flatMap(id -> vendor().records("attachments").stream()
                        .filter(file -> file.path("id").asText().equals(id)))
                .map(file -> file.path("content").asText());
        return Stream.concat(
                        commentsOn(ticket).map(comment -> comment.path("body").asText()), attached)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void sendsTheSameBytesForTheSameCommand() {
        OpenTicket command = ticket(newKey(), "customer: it broke");
        port().openTicket(command);
        port().openTicket(command);
        List<JsonNode> creates = requests("POST", "/api/v2/tickets");
        assertThat(creates).hasSize(2);
        assertThat(creates.getFirst().path("requestBody"))
                .isEqualTo(creates.getLast().path("requestBody"));
        assertThat(creates.getLast()
                        .path("responseHeaders")
                        .path("x-idempotency-lookup")
                        .asText())
                .isEqualTo("hit");
        assertThat(made(command.key())).isEqualTo(1);
    }

    @Test
    void sendsWhatTheFixturesSay() throws IOException {
        Ticket opened = port().openTicket(ticket(new IdempotencyKey("fixture-1"), "customer: it broke"));
        port().addComment(new AddComment(new IdempotencyKey("fixture-2"), opened.id(), "called again", false));
        JsonNode create = requests("POST", "/api/v2/tickets").getFirst();
        JsonNode comment = requests("PUT", "/api/v2/tickets/" + opened.id()).getFirst();
        assertThat(create.path("requestHeaders").path("idempotency-key").path(0).asText())
                .isEqualTo("fixture-1");
        assertThat(JSON.readTree(create.path("requestBody").asText())).isEqualTo(fixture("create-ticket.json"));
        assertThat(JSON.readTree(comment.path("requestBody").asText())).isEqualTo(fixture("add-comment.json"));
    }

    @Test
    void takesTheTicketItOpenedInOtherWords() {
        IdempotencyKey key = newKey();
        Ticket first = port().openTicket(ticket(key, "customer: it broke"));
        Ticket second = port().openTicket(ticket(key, "customer: it broke\nagent: oh dear"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void writesWhatATicketNeeds() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        JsonNode held = held(opened);
        assertThat(held.path("priority").asText()).isEqualTo("high");
        assertThat(held.path("tags").valueStream().map(JsonNode::asText)).containsExactly("ai-created", "complaint");
        assertThat(held.path("requester_id").asText())
                .isEqualTo(port().findRequester(new EmailAddress("sarah@example.com"))
                        .map(Requester::id)
                        .orElseThrow());
        assertThat(opened.url()).asString().endsWith("/agent/tickets/" + opened.id());
    }

    @Test
    void cutsTagsToWhatZendeskTakes() {
        OpenTicket command = new OpenTicket(
                newKey(), "Hello", "", null, null, null, Priority.LOW, List.of("x".repeat(300), "y"), Map.of());
        assertThat(held(port().openTicket(command)).path("tags").valueStream().map(JsonNode::asText))
                .containsExactly("x".repeat(255), "y");
    }

    @Test
    void keepsTheWholeSummaryOfALongSubject() {
        String summary = "The customer " + "really ".repeat(40) + "wants a replacement";
        Ticket opened = port().openTicket(command(summary, null, null, null));
        assertThat(opened.subject()).hasSizeLessThanOrEqualTo(150).endsWith("really…");
        assertThat(everythingOn(opened)).contains(summary).contains("customer: hello");
        assertThat(isPrivate(opened, summary)).isTrue();
    }

    @Test
    void saysOfEveryCommentWhoSeesIt() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        port().addComment(new AddComment(newKey(), opened.id(), "Your parcel is on its way", true));
        assertThat(isPrivate(opened, "Your parcel is on its way")).isFalse();
        assertThat(isPrivate(opened, "it broke")).isTrue();
    }

    @Test
    void addsACommentOnceThoughTheAnswerWasLost() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        vendor().failOn("PUT", "RESET_AFTER_APPLYING", 1);
        port().addComment(new AddComment(newKey(), opened.id(), "called again", false));
        assertThat(commentsOn(opened)).hasSize(2);
    }

    @Test
    void commentsOnNoClosedTicket() {
        AddComment command = new AddComment(newKey(), "11873", "called again", false);
        assertThat(failureOf(() -> port().addComment(command)))
                .isEqualTo(new Failure.Invalid(422, "status", "InvalidValue"));
    }

    @Test
    void makesAPhoneOnlyCallerOnceAndMailsNobody() {
        Ticket first = port().openTicket(command("Call back", null, NOBODY, null));
        Ticket second = port().openTicket(command("Call back again", "Ann", NOBODY, null));
        assertThat(held(first).path("requester_id")).isEqualTo(held(second).path("requester_id"));
        assertThat(vendor().records("users"))
                .filteredOn(user -> user.path("phone").asText().equals(NOBODY.e164()))
                .singleElement()
                .satisfies(user ->
                        assertThat(user.path("external_id").asText()).isEqualTo("switchboard-phone-14155550199"));
        port().openTicket(command("Hello", null, null, new EmailAddress("ann+calls@example.com")));
        assertThat(vendor().records("verification_emails")).isEmpty();
        assertThat(port().findRequester(new EmailAddress("ann+calls@example.com")))
                .isPresent();
    }

    @Test
    void leavesTheNameOfAKnownRequesterAlone() {
        port().openTicket(command("Hello", "S. Lee", null, new EmailAddress("sarah@example.com")));
        assertThat(port().findRequester(SARAH)).map(Requester::name).contains("Sarah Lee");
    }

    @Test
    void takesNobodyWhenSeveralShareANumber() {
        vendor().add("users", VendorTwin.object().put("name", "Tom Lee").put("phone", SARAH.e164()));
        assertThat(port().findRequester(SARAH)).isEmpty();
    }

    @Test
    void findsANumberThatIsStoredWithoutItsCountry() {
        vendor().add("users", VendorTwin.object().put("name", "Tom Lee").put("phone", "(415) 555-0142"));
        assertThat(port().findRequester(new PhoneNumber("+14155550142")))
                .map(Requester::name)
                .contains("Tom Lee");
    }

    @Test
    void findsSomebodyByTheirOtherNumber() {
        JsonNode sarah = vendor().records("users").get(1);
        vendor().add(
                        "identities",
                        VendorTwin.object()
                                .put("user_id", sarah.path("id").asLong())
                                .put("type", "phone_number")
                                .put("value", "+1 415 555 0143"));
        assertThat(port().findRequester(new PhoneNumber("+14155550143")))
                .map(Requester::name)
                .contains("Sarah Lee");
    }

    @Test
    void takesNothingThatIsSaidForAQuery() {
        for (String text : HostileText.strings()) {
            assertThat(port().searchArticles(text, 3))
                    .extracting(KnowledgeArticle::title)
                    .doesNotContain("Refund exceptions for agents");
            assertThat(port().ticket(text)).as(text).isEmpty();
        }
        assertThat(requests("GET", "/api/v2/help_center/articles/search"))
                .allSatisfy(request -> assertThat(request.path("rawQuery").asText())
                        .hasSizeLessThan(2_000)
                        .doesNotContain("%22", "%3A", "*"));
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
            assertThat(commentsOn(opened))
                    .singleElement()
                    .satisfies(
                            comment -> assertThat(comment.path("body").asText()).isEqualTo(text.strip()));
            assertThat(port().findRequester(addresses.get(number)))
                    .map(Requester::name)
                    .contains(text);
        }
    }

    @Test
    void showsCustomersNoInternalArticle() {
        assertThat(port().searchArticles("refund", 10))
                .extracting(KnowledgeArticle::title)
                .containsExactly("How do I return an item?");
        assertThat(requests("GET", "/api/v2/help_center/articles/search"))
                .allSatisfy(request -> assertThat(request.path("requestHeaders").has("authorization"))
                        .isFalse());
    }

    @ParameterizedTest
    @CsvSource({"new,NEW", "open,OPEN", "pending,PENDING", "hold,ON_HOLD", "solved,SOLVED", "closed,CLOSED"})
    void readsEveryStatus(String zendesks, TicketStatus ours) {
        JsonNode added =
                vendor().add("tickets", VendorTwin.object().put("subject", "x").put("status", zendesks));
        assertThat(port().ticket("#" + added.path("id").asText()))
                .map(Ticket::status)
                .contains(ours);
    }

    private static OpenTicket command(
            String summary, @Nullable String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return new OpenTicket(
                newKey(), summary, "customer: hello", name, phone, email, Priority.NORMAL, List.of(), Map.of());
    }

    private static JsonNode fixture(String file) throws IOException {
        try (InputStream stream = ZendeskTest.class.getResourceAsStream("/zendesk/" + file)) {
            return JSON.readTree(stream);
        }
    }

    private JsonNode held(Ticket ticket) {
        return vendor().records("tickets").stream()
                .filter(held -> held.path("id").asText().equals(ticket.id()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> commentsOn(Ticket ticket) {
        return vendor().records("comments").stream()
                .filter(comment -> comment.path("ticket_id").asText().equals(ticket.id()));
    }

    private List<JsonNode> requests(String method, String path) {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("method").asText().equals(method))
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .toList();
    }
}
