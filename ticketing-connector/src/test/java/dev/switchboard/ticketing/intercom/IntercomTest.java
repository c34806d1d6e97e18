package dev.switchboard.ticketing.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
import dev.switchboard.runtime.call.CallScope;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TicketingContract;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class IntercomTest extends TicketingContract {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SARAHS_ID = "6762f0dd1bb69f9f2193bb00";

    IntercomTest() {
        super("intercom");
    }

    /** Access tokens do not expire. */
    @Override
    protected boolean renewsTokens() {
        return false;
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("tickets").stream()
                .filter(ticket -> ticket.path("ticket_attributes")
                        .path("External ID")
                        .asText()
                        .equals(key.value()))
                .count();
    }

    @Override
    protected String creatingPath() {
        return "/tickets";
    }

    @Override
    protected boolean isPrivate(Ticket ticket, String text) {
        boolean told = held(ticket).path("ticket_attributes").toString().contains(text)
                || vendor().records("mails").stream()
                        .anyMatch(mail -> mail.path("text").asText().contains(text));
        return !told
                && partsOf(ticket)
                        .filter(part -> part.path("text").asText().contains(text))
                        .allMatch(part -> part.path("part_type").asText().equals("note"));
    }

    @Override
    protected String everythingOn(Ticket ticket) {
        Stream<String> attached = partsOf(ticket)
                .flatMap(part -> part.path("attachments").findValuesAsText("url").stream())
                .flatMap(url -> vendor().records("attachments").stream()
                        .filter(file -> file.path("url").asText().equals(url)))
                .map(file -> file.path("content").asText());
        return Stream.concat(partsOf(ticket).map(part -> part.path("text").asText()), attached)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void sendsTheRequestsIntercomDocuments() {
        IdempotencyKey key = new IdempotencyKey("0123456789abcdef0123456789abcdef");
        port().openTicket(ticket(key, "customer: it broke & <hurts>"));
        assertThat(sent("/contacts/" + SARAHS_ID + "/notes")).containsExactly(fixture("opening.json"));
        assertThat(sent("/tickets")).containsExactly(fixture("ticket.json"));
        assertThat(sent("/tickets/481/reply")).containsExactly(fixture("note.json"));
        assertThat(sent("/tickets/481/tags")).first().isEqualTo(fixture("tag.json"));
        port().openTicket(command("Call back", null, NOBODY, null));
        assertThat(sent("/contacts")).containsExactly(fixture("contact.json"));
        assertThat(sent("/contacts/search")).contains(fixture("contact-search.json"));
        assertThat(vendor().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.at("/requestHeaders/intercom-version/0")
                                .asText())
                        .isEqualTo("2.16"));
    }

    @Test
    void tellsTheNumberPeopleKnowAndReadsByIt() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        assertThat(opened.id()).isEqualTo("481");
        assertThat(opened.number()).isEqualTo("102");
        assertThat(port().ticket("#102")).map(Ticket::id).contains("481");
        assertThat(port().ticket("101")).map(Ticket::subject).contains("Invoice without the VAT number");
        assertThat(port().ticket("480")).isEmpty();
        assertThat(opened.url()).hasToString("https://app.intercom.com/a/inbox/sbx1/inbox/conversation/481");
    }

    @Test
    void readsATicketByItsNumberOnceTheIndexKnowsIt() {
        vendor().add("tickets", VendorTwin.object().put("title", "From the inbox"));
        assertThat(port().ticket("102")).map(Ticket::subject).contains("From the inbox");
    }

    @Test
    void looksForANumberPageByPage() {
        long twoDaysAgo = Instant.now().minus(Duration.ofDays(2)).getEpochSecond();
        IntStream.range(0, 151)
                .forEach(ignored -> vendor().add("tickets", VendorTwin.object().put("title", "Newer")));
        JsonNode old = vendor().add(
                        "tickets",
                        VendorTwin.object().put("title", "Two days ago").put("created_at", twoDaysAgo));
        assertThat(port().ticket(old.path("ticket_id").asText()))
                .map(Ticket::subject)
                .contains("Two days ago");
        assertThat(sent("/tickets/search")).hasSize(2);
    }

    @Test
    void readsByItsIdATicketThatItMet() {
        Requester sarah = port().findRequester(SARAH).orElseThrow();
        assertThat(port().ticketsOf(sarah, 5)).extracting(Ticket::number).contains("101");
        assertThat(port().ticket("101")).map(Ticket::id).contains("480");
        assertThat(sent("/tickets/search")).hasSize(1);
    }

    @Test
    void cutsALongValueBetweenCharacters() {
        OpenTicket command = new OpenTicket(
                newKey(),
                "Hello",
                "customer: hello",
                null,
                SARAH,
                null,
                Priority.NORMAL,
                List.of(),
                Map.of("intent", "x" + "😀".repeat(200)));
        assertThat(held(port().openTicket(command))
                        .at("/ticket_attributes/AI intent")
                        .asText())
                .isEqualTo("x" + "😀".repeat(127));
    }

    @Test
    void makesNothingTwiceWhileTheSearchIsBehind() {
        OpenTicket command = ticket(newKey(), "customer: it broke");
        vendor().fail(on("RESET_AFTER_APPLYING", "POST", "/tickets"));
        CallScope hurried = new CallScope(null, Instant.now().plusSeconds(2), false);
        assertThat(failureOf(() -> hurried.run(() -> port().openTicket(command))))
                .isInstanceOf(Failure.Unavailable.class);
        assertThat(failureOf(() -> hurried.run(() -> port().openedTicket(command))))
                .isInstanceOf(Failure.Unavailable.class);
        assertThat(made(command.key())).isEqualTo(1);
        Ticket opened = port().openTicket(command);
        assertThat(made(command.key())).isEqualTo(1);
        assertThat(partsOf(opened)).hasSize(1);
    }

    @Test
    void goesOnWhereItStoppedWhenTheNoteIsRefused() {
        vendor().fail(on("RATE_LIMITED", "POST", "/tickets/481/reply"));
        IdempotencyKey key = newKey();
        Ticket opened = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(made(key)).isEqualTo(1);
        assertThat(partsOf(opened)).hasSize(1);
    }

    @Test
    void addsTheTranscriptOnceThoughItsAnswerWasLost() {
        vendor().fail(on("RESET_AFTER_APPLYING", "POST", "/tickets/481/reply"));
        IdempotencyKey key = newKey();
        Ticket opened = port().openTicket(ticket(key, "customer: it broke"));
        assertThat(made(key)).isEqualTo(1);
        assertThat(partsOf(opened)).hasSize(1);
    }

    @Test
    void doesNotWaitForTheSearchAfterARefusal() {
        vendor().fail(on("RATE_LIMITED", "POST", "/tickets"));
        IdempotencyKey key = newKey();
        port().openTicket(ticket(key, "customer: it broke"));
        assertThat(made(key)).isEqualTo(1);
    }

    @Test
    void countsATicketWithoutItsTranscriptAsNotYetOpened() {
        OpenTicket command = ticket(newKey(), "customer: it broke");
        vendor().fail(on("FORBIDDEN", "POST", "/tickets/481/reply"));
        assertThat(failureOf(() -> port().openTicket(command))).isEqualTo(new Failure.Forbidden(403, "forbidden"));
        assertThat(port().openedTicket(command)).isEmpty();
        Ticket opened = port().openTicket(command);
        assertThat(port().openedTicket(command)).map(Ticket::id).contains(opened.id());
        assertThat(made(command.key())).isEqualTo(1);
    }

    @Test
    void writesWhatATicketNeeds() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        JsonNode held = held(opened);
        assertThat(held.at("/ticket_attributes/Priority").asText()).isEqualTo("High");
        assertThat(held.at("/ticket_attributes/AI sentiment").asText()).isEqualTo("negative");
        assertThat(held.path("tags").findValuesAsText("name")).containsExactly("ai-created", "complaint");
        assertThat(held.at("/contacts/contacts/0/id").asText()).isEqualTo(SARAHS_ID);
        assertThat(vendor().records("mails")).isEmpty();
    }

    @Test
    void tellsTheCustomerTheSubjectAndNothingElse() {
        String summary = "The customer " + "really ".repeat(40) + "wants a replacement";
        Ticket opened = port().openTicket(command(summary, null, SARAH, null));
        assertThat(opened.subject()).hasSizeLessThanOrEqualTo(255).endsWith("really…");
        assertThat(everythingOn(opened)).contains(summary).contains("customer: hello");
        assertThat(isPrivate(opened, summary)).isTrue();
    }

    @Test
    void attachesALongTranscriptInItsOwnLetters() {
        String transcript =
                "customer: ünïcode 😀 <b> & \"quotes\"\n".repeat(5_000).strip();
        Ticket opened = port().openTicket(ticket(newKey(), transcript));
        assertThat(partsOf(opened)).singleElement().satisfies(part -> {
            assertThat(part.path("text").asText()).contains("ünïcode 😀 <b> & \"quotes\"");
            assertThat(part.path("part_type").asText()).isEqualTo("note");
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
        assertThat(partsOf(opened)).hasSize(2);
    }

    @Test
    void showsTheCustomerWhatIsMeantForThem() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        port().addComment(new AddComment(newKey(), opened.id(), "Your parcel is on its way", true));
        assertThat(isPrivate(opened, "Your parcel is on its way")).isFalse();
        assertThat(isPrivate(opened, "it broke")).isTrue();
    }

    @Test
    void opensTheTicketWithoutAnAttributeTheTypeHasLost() {
        port().openTicket(ticket(newKey(), "customer: it broke"));
        vendor().set("lacking-attributes", JSON.createArrayNode().add("AI intent"));
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        assertThat(held(opened).path("ticket_attributes").has("AI intent")).isFalse();
    }

    @Test
    void opensNoTicketThatItCouldNotFindAgain() {
        vendor().set("lacking-attributes", JSON.createArrayNode().add("External ID"));
        assertThat(failureOf(() -> port().openTicket(ticket(newKey(), "customer: it broke"))))
                .isInstanceOf(Failure.Invalid.class);
        assertThat(vendor().records("tickets")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(415) 555-0142", "4155550142", "0014155550142", "+1 415-555-0142", "+14155550142"})
    void findsANumberAsPeopleTypeIt(String typed) {
        vendor().add("contacts", person("Tom Lee", typed));
        assertThat(port().findRequester(new PhoneNumber("+14155550142")))
                .map(Requester::name)
                .contains("Tom Lee");
    }

    @Test
    void takesNobodyWhoseNumberOnlyEndsAlike() {
        vendor().add("contacts", person("Tom Lee", "+494155550142"));
        assertThat(port().findRequester(new PhoneNumber("+14155550142"))).isEmpty();
    }

    @Test
    void prefersAUserToLeadsAndNamesNobodyWhenUsersShareANumber() {
        vendor().add("contacts", person("A visit", SARAH.e164()).put("role", "lead"));
        assertThat(port().findRequester(SARAH)).map(Requester::name).contains("Sarah Lee");
        vendor().add("contacts", person("Tom Lee", SARAH.e164()).put("last_seen_at", 4_000_000_000L));
        assertThat(port().findRequester(SARAH)).isEmpty();
        int contacts = vendor().records("contacts").size();
        Ticket opened = port().openTicket(command("Call back", null, SARAH, null));
        assertThat(vendor().records("contacts")).hasSize(contacts);
        assertThat(requesterOf(opened).path("name").asText()).isEqualTo("Tom Lee");
    }

    @Test
    void makesAPhoneOnlyCallerOnceThoughTheSearchIsBehind() {
        Ticket first = port().openTicket(command("Call back", null, NOBODY, null));
        Ticket second = port().openTicket(command("Call back again", "Ann", NOBODY, null));
        assertThat(requesterOf(first)).isEqualTo(requesterOf(second));
        assertThat(requesterOf(first).path("role").asText()).isEqualTo("user");
    }

    @Test
    void makesACallerWhoWithheldTheNumberNobodyElsesContact() {
        Ticket first = port().openTicket(command("Call back", null, null, null));
        Ticket second = port().openTicket(command("Call back", null, null, null));
        assertThat(requesterOf(first)).isNotEqualTo(requesterOf(second));
        assertThat(requesterOf(second).path("name").asText()).isEqualTo("Unknown caller");
    }

    @Test
    void takesTheContactThatIsInTheWay() {
        EmailAddress ann = new EmailAddress("ann@example.com");
        Ticket first = port().openTicket(command("Hello", "Ann", null, ann));
        Ticket second = port().openTicket(command("Hello", "Ann", null, ann));
        assertThat(requesterOf(first)).isEqualTo(requesterOf(second));
    }

    @Test
    void bringsAnArchivedContactBack() {
        vendor().add(
                        "contacts",
                        person("Ann", "+14155550177")
                                .put("email", "ann@example.com")
                                .put("archived", true));
        EmailAddress ann = new EmailAddress("ann@example.com");
        assertThat(port().findRequester(ann)).isEmpty();
        Ticket opened = port().openTicket(command("Hello", null, null, ann));
        assertThat(requesterOf(opened).path("archived").asBoolean()).isFalse();
        assertThat(port().findRequester(ann)).map(Requester::name).contains("Ann");
    }

    @Test
    void keepsANumberThatIntercomRefuses() {
        PhoneNumber tooShort = new PhoneNumber("+123456");
        Ticket opened = port().openTicket(command("Call back", null, tooShort, null));
        assertThat(requesterOf(opened).path("external_id").asText()).isEqualTo("switchboard-phone-123456");
    }

    @Test
    void showsCustomersNeitherDraftsNorWhatSomeMayRead() {
        assertThat(port().searchArticles("refund", 10))
                .extracting(KnowledgeArticle::title)
                .containsExactly("How do I return an item?");
        assertThat(port().searchArticles("refund", 10).getFirst().text())
                .contains("within 30 days")
                .contains("Return & refund");
    }

    @ParameterizedTest
    @CsvSource({"8481,NEW", "8482,OPEN", "8483,PENDING", "8484,SOLVED"})
    void readsEveryState(String state, TicketStatus ours) {
        JsonNode added =
                vendor().add("tickets", VendorTwin.object().put("title", "x").put("ticket_state_id", state));
        assertThat(port().ticket(added.path("ticket_id").asText()))
                .map(Ticket::status)
                .contains(ours);
    }

    @Test
    void isRefusedInAnotherRegion() {
        vendor().set("workspace-region", TextNode.valueOf("EU"));
        assertThat(failureOf(port()::ping)).isEqualTo(new Failure.AuthExpired(401));
    }

    /** Whatever is said, it arrives as one value and changes nothing else of the question. */
    @ParameterizedTest
    @MethodSource("strangeTexts")
    void asksForExactlyWhatWasSaid(String text) throws IOException {
        port().searchArticles(text, 3);
        port().ticket(text);
        EmailAddress.parse(text + "@example.com").ifPresent(port()::findRequester);
        for (JsonNode exchange : vendor().exchanges()) {
            if (exchange.path("path").asText().equals("/articles/search")) {
                Map<String, String> query = Stream.of(
                                exchange.path("rawQuery").asText().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
                String phrase = text.strip();
                assertThat(query)
                        .containsOnly(
                                Map.entry("state", "published"),
                                Map.entry("phrase", phrase.substring(0, Math.min(250, phrase.length()))));
            } else {
                JsonNode question = JSON.readTree(exchange.path("requestBody").asText());
                assertThat(question.path("query").properties().stream().map(Map.Entry::getKey))
                        .containsExactly("field", "operator", "value");
                assertThat(question.at("/query/operator").asText()).isEqualTo("=");
            }
            assertThat(exchange.path("status").asInt()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "\"},{\"id\":\"1",
                "<script>alert(1)</script> & <b>bold</b>",
                "Sarah O'Brien \\ %^ \ud83d\ude00",
                "{{ticket.title}}"
            })
    void keepsStrangeNamesAndWordsAsTheyAre(String text) {
        OpenTicket command = command(text, text, new PhoneNumber("+14155550155"), null);
        Ticket opened = port().openTicket(command);
        assertThat(opened.subject()).isEqualTo(text);
        assertThat(requesterOf(opened).path("name").asText()).isEqualTo(text);
        assertThat(everythingOn(opened)).startsWith(text + "\n");
        assertThat(port().openedTicket(command)).map(Ticket::id).contains(opened.id());
    }

    @Test
    void cutsAnEndlessNameAndNamesATicketOfNothing() {
        Ticket opened = port().openTicket(command(" ", "x".repeat(10_000), new PhoneNumber("+14155550155"), null));
        assertThat(requesterOf(opened).path("name").asText()).hasSize(255);
        assertThat(opened.subject()).isEqualTo("A conversation");
    }

    static Stream<String> strangeTexts() {
        Random random = new Random(20_261_123);
        String alphabet = "ab19 '\"^%*&=+?#/\\{}[]<>()$~!|;:,.@\n\r\t\u00e9\u4e2d";
        Stream<String> drawn = IntStream.range(0, 40)
                .mapToObj(each -> random.ints(1 + random.nextInt(60), 0, alphabet.length())
                        .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                        .collect(Collectors.joining()));
        return Stream.concat(
                Stream.of(
                        "javascript:alert(1)",
                        "' OR 1=1 --",
                        "\"},{\"field\":\"role\",\"operator\":\"=\",\"value\":\"user",
                        "{phrase}",
                        "%2B%00%0a",
                        "refund&state=all",
                        "😀 party",
                        "x".repeat(10_000)),
                drawn);
    }

    private static ObjectNode person(String name, String phone) {
        return VendorTwin.object().put("name", name).put("phone", phone);
    }

    private static ObjectNode on(String kind, String method, String path) {
        return VendorTwin.object()
                .put("kind", kind)
                .put("times", 1)
                .put("method", method)
                .put("path", path);
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

    private JsonNode requesterOf(Ticket ticket) {
        String id = held(ticket).at("/contacts/contacts/0/id").asText();
        return vendor().records("contacts").stream()
                .filter(contact -> contact.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> partsOf(Ticket ticket) {
        return vendor().records("ticket_parts").stream()
                .filter(part -> part.path("ticket").asText().equals(ticket.id()));
    }

    private List<JsonNode> sent(String path) {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("method").asText().equals("POST"))
                .filter(exchange -> exchange.path("path").asText().equals(path))
                .map(IntercomTest::body)
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
        try (InputStream file = IntercomTest.class.getResourceAsStream("/intercom/" + name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
