package dev.switchboard.sandbox.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntercomSandboxTest {

    private static final String TICKET = "{'ticket_type_id':'1234','contacts':[{'email':'sarah@example.com'}],"
            + "'ticket_attributes':{'_default_title_':'Broken','External ID':'call-1'},'skip_notifications':true}";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient intercom;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("intercom"));
        intercom = anonymous.authorizedBy("Bearer intercom-sandbox-token").with("Intercom-Version", "2.16");
    }

    @BeforeEach
    void reset() {
        sandbox.reset("intercom");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void knowsTheTokenInItsOwnRegionOnly() {
        assertThat(intercom.get("/me").json().at("/app/region").asText()).isEqualTo("US");
        assertThat(code(anonymous.get("/me"))).isEqualTo("401 unauthorized");
        sandbox.switches("intercom").set("workspace-region", TextNode.valueOf("EU"));
        assertThat(code(intercom.get("/me"))).isEqualTo("401 unauthorized");
    }

    @Test
    void answersInTheVersionThatIsAskedFor() {
        SandboxClient unversioned = anonymous.authorizedBy("Bearer intercom-sandbox-token");
        assertThat(intercom.get("/tickets/480")
                        .json()
                        .at("/ticket_state/category")
                        .asText())
                .isEqualTo("resolved");
        assertThat(unversioned.get("/tickets/480").json().path("ticket_state").asText())
                .isEqualTo("resolved");
        assertThat(code(unversioned.with("Intercom-Version", "3.0").get("/me")))
                .isEqualTo("406 intercom_version_invalid");
    }

    @Test
    void givesATicketTwoNumbersAndTheOneIsSomebodyElses() {
        JsonNode made = intercom.send("POST", "/tickets", TICKET).json();
        assertThat(made.path("id").asText()).isNotEqualTo(made.path("ticket_id").asText());
        JsonNode wrong =
                intercom.get("/tickets/" + made.path("ticket_id").asText()).json();
        assertThat(wrong.at("/ticket_attributes/_default_title_").asText()).isEqualTo("A question of somebody else");
    }

    @Test
    void namesTheContactThatIsInTheWayArchivedOrNot() {
        Reply made = contact("{'email':'ann@example.com','name':'Ann'}");
        String id = made.json().path("id").asText();
        assertThat(message(contact("{'email':'Ann@example.com'}")))
                .isEqualTo("A contact matching those details already exists with id=" + id);
        assertThat(intercom.send("POST", "/contacts/" + id + "/archive", "{}").status())
                .isEqualTo(200);
        assertThat(code(intercom.get("/contacts/" + id))).isEqualTo("404 not_found");
        assertThat(message(contact("{'email':'ann@example.com'}")))
                .isEqualTo("An archived contact matching those details already exists with id=" + id);
        intercom.send("POST", "/contacts/" + id + "/unarchive", "{}");
        assertThat(intercom.get("/contacts/" + id).status()).isEqualTo(200);
    }

    @Test
    void letsLeadsShareAnAddress() {
        assertThat(contact("{'role':'lead','email':'sarah@example.com'}").status())
                .isEqualTo(200);
        assertThat(code(contact("{'role':'user','email':'sarah@example.com'}"))).isEqualTo("409 conflict");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'phone':'+14155550142'}                        | 400 parameter_invalid
            {'role':'user','name':'Ann'}                    | 400 parameter_invalid
            {'role':'lead','phone':'(415) 555-0142'}        | 400 parameter_invalid
            {'role':'lead','external_id':'x'}               | 400 parameter_invalid
            {'role':'guest','email':'a@example.com'}        | 400 parameter_invalid
            {'email':'not an address'}                      | 400 parameter_invalid
            {'email':'a@example.com','colour':'red'}        | 400 parameter_invalid
            """)
    void refusesContactsThatIntercomRefuses(String body, String expected) {
        assertThat(code(contact(body))).isEqualTo(expected);
    }

    @Test
    void sendsWhoAsksForAMergedContactToTheOneThatIsLeft() {
        String lead = contact("{'role':'lead','phone':'+14155550142'}")
                .json()
                .path("id")
                .asText();
        String sarah =
                sandbox.records("intercom", "contacts").getFirst().path("id").asText();
        intercom.send("POST", "/contacts/merge", "{'from':'" + lead + "','into':'" + sarah + "'}");
        Reply gone = intercom.get("/contacts/" + lead);
        assertThat(code(gone)).isEqualTo("410 contact_merged");
        assertThat(gone.header("Link")).contains("/contacts/" + sarah);
    }

    @Test
    void findsNewContactsOnlyOnceTheIndexHasThem() {
        contact("{'email':'ann@example.com'}");
        String search = "{'query':{'field':'email','operator':'=','value':'ann@example.com'}}";
        assertThat(found("/contacts/search", search)).isZero();
        sandbox.switches("intercom").set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(found("/contacts/search", search)).isOne();
        intercom.send("POST", "/tickets", TICKET);
        String byKey = "{'query':{'field':'ticket_attribute.198','operator':'=','value':'call-1'}}";
        assertThat(found("/tickets/search", byKey)).isZero();
        sandbox.switches("intercom").set("ticket-search-lag-seconds", IntNode.valueOf(0));
        assertThat(found("/tickets/search", byKey)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'field':'phone','operator':'=','value':'+14155550100'}            | 1
            {'field':'phone','operator':'=','value':'14155550100'}             | 0
            {'field':'phone','operator':'$','value':'155550100'}               | 1
            {'field':'formatted_phone','operator':'=','value':'+1 415-555-0100'} | 1
            {'field':'phone','operator':'~','value':'4155'}                    | 1
            {'field':'email','operator':'IN','value':['x','sarah@example.com']} | 1
            {'field':'colour','operator':'=','value':'red'}                    | -1
            {'field':'phone','operator':'>','value':'1'}                       | -1
            {'field':'created_at','operator':'>=','value':'1'}                 | -1
            {'field':'phone','operator':'IN','value':'+14155550100'}           | -1
            """)
    void searchesAsDocumented(String filter, int expected) {
        Reply reply = intercom.send("POST", "/contacts/search", "{'query':" + filter + "}");
        assertThat(reply.status() == 400 ? -1 : reply.json().path("total_count").asInt())
                .isEqualTo(expected);
    }

    @Test
    void searchesTicketsByEverythingButTheNumberPeopleKnow() {
        assertThat(found("/tickets/search", "{'query':{'field':'id','operator':'=','value':'480'}}"))
                .isOne();
        assertThat(code(intercom.send(
                        "POST", "/tickets/search", "{'query':{'field':'ticket_id','operator':'=','value':'101'}}")))
                .isEqualTo("400 parameter_invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            '1234'                  | '99'                    | 400 parameter_invalid
            'External ID':'call-1'  | 'Colour':'red'          | 400 parameter_invalid
            'External ID':'call-1'  | 'Priority':'high'       | 400 parameter_invalid
            'Broken'                | ''                      | 400 parameter_not_found
            {'email':'sarah@example.com'} | {'id':'customer-1'} | 404 not_found
            {'email':'sarah@example.com'} | {'email':'sarah@example.com'},{'email':'omar@example.com'} | 400 parameter_invalid
            """)
    void refusesTicketsThatIntercomRefuses(String instead, String of, String expected) {
        assertThat(code(intercom.send("POST", "/tickets", TICKET.replace(instead, of))))
                .isEqualTo(expected);
        assertThat(sandbox.records("intercom", "tickets")).hasSize(2);
    }

    @Test
    void mailsCommentsAndNewTicketsUnlessToldNotTo() {
        String id = intercom.send("POST", "/tickets", TICKET).json().path("id").asText();
        reply(id, "{'type':'admin','message_type':'note','admin_id':'991267583','body':'for <u>us</u> &lt;only&gt;'}");
        assertThat(sandbox.records("intercom", "mails")).isEmpty();
        reply(id, "{'type':'admin','message_type':'comment','admin_id':'991267583','body':'<p>hello</p>'}");
        intercom.send("POST", "/tickets", TICKET.replace(",'skip_notifications':true", ""));
        assertThat(sandbox.records("intercom", "mails"))
                .extracting(mail -> mail.path("text").asText())
                .containsExactly("hello", "Broken\n");
        JsonNode parts = intercom.get("/tickets/" + id).json().at("/ticket_parts/ticket_parts");
        assertThat(parts.findValuesAsText("body")).containsExactly("<p>for us &lt;only&gt;</p>", "<p>hello</p>");
        assertThat(parts.get(0).has("text")).isFalse();
    }

    @Test
    void wantsAnAdminForWhatNeedsAnActor() {
        assertThat(code(reply("480", "{'type':'admin','message_type':'note','body':'x'}")))
                .isEqualTo("400 parameter_not_found");
        assertThat(code(reply("480", "{'type':'admin','message_type':'note','admin_id':'1','body':'x'}")))
                .isEqualTo("404 admin_not_found");
        assertThat(code(reply(
                        "480",
                        "{'type':'admin','message_type':'note','admin_id':'991267583','body':'" + "x".repeat(65_537)
                                + "'}")))
                .isEqualTo("400 parameter_invalid");
    }

    @Test
    void tagsByIdAndFindsTagsByName() {
        String tag = intercom.send("POST", "/tags", "{'name':'complaint'}")
                .json()
                .path("id")
                .asText();
        assertThat(intercom.send("POST", "/tags", "{'name':'Complaint'}")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(tag);
        String body = "{'id':'" + tag + "','admin_id':'991267583'}";
        assertThat(intercom.send("POST", "/tickets/480/tags", body).status()).isEqualTo(200);
        assertThat(code(intercom.send("POST", "/tickets/480/tags", body.replace(tag, "complaint"))))
                .isEqualTo("404 tag_not_found");
    }

    @Test
    void tellsTheEndOfItsWindowAsATime() {
        Reply told = intercom.get("/me");
        assertThat(told.header("X-RateLimit-Limit")).isEqualTo("1666");
        sandbox.switches("intercom").set("rate-limit-per-window", IntNode.valueOf(0));
        Reply limited = intercom.get("/me");
        assertThat(code(limited)).isEqualTo("429 rate_limit_exceeded");
        assertThat(limited.header("Retry-After")).isEmpty();
        assertThat(Long.parseLong(limited.header("X-RateLimit-Reset")))
                .isBetween(
                        Instant.now().getEpochSecond(),
                        Instant.now().plusSeconds(12).getEpochSecond());
    }

    @Test
    void searchesDraftsTooUnlessAskedForThePublished() {
        assertThat(intercom.get("/articles/search?phrase=refund")
                        .json()
                        .path("total_count")
                        .asInt())
                .isEqualTo(3);
        assertThat(intercom.get("/articles/search?phrase=refund&state=published")
                        .json()
                        .at("/data/articles")
                        .findValuesAsText("title"))
                .containsExactly("How do I return an item?", "Refund exceptions");
    }

    @Test
    void knowsOnlyTheAttributesOfTheType() {
        sandbox.switches("intercom").set("lacking-attributes", List.of("External ID"));
        assertThat(code(intercom.send("POST", "/tickets", TICKET))).isEqualTo("400 parameter_invalid");
    }

    @Test
    void changesTheStateByItsId() {
        Reply solved = intercom.send("PUT", "/tickets/480", "{'ticket_state_id':'8483'}");
        assertThat(solved.json().at("/ticket_state/category").asText()).isEqualTo("waiting_on_customer");
        assertThat(code(intercom.send("PUT", "/tickets/480", "{'ticket_state_id':'resolved'}")))
                .isEqualTo("400 parameter_invalid");
    }

    private Reply contact(String body) {
        return intercom.send("POST", "/contacts", body);
    }

    private Reply reply(String ticket, String body) {
        return intercom.send("POST", "/tickets/" + ticket + "/reply", body);
    }

    private int found(String path, String search) {
        return intercom.send("POST", path, search).json().path("total_count").asInt(-1);
    }

    private static String message(Reply reply) {
        return reply.json().at("/errors/0/message").asText();
    }

    private static String code(Reply reply) {
        JsonNode body = reply.body().isEmpty() ? Json.object() : reply.json();
        return reply.status() + " " + body.at("/errors/0/code").asText();
    }
}
