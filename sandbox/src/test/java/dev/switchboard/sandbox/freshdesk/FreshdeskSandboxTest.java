package dev.switchboard.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshdeskSandboxTest {

    private static final String TICKET =
            "{'subject':'Broken','description':'<div>It broke</div>','status':2,'priority':3,"
                    + "'email':'sarah@example.com'}";

    private Sandbox sandbox;
    private SandboxClient freshdesk;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        freshdesk = SandboxClient.of(sandbox.baseUrl("freshdesk")).authorizedBy(basic("freshdesk-sandbox-key:X"));
    }

    @BeforeEach
    void reset() {
        sandbox.reset("freshdesk");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void wantsTheKeyAsTheUserWithAnyPassword() {
        SandboxClient anonymous = SandboxClient.of(sandbox.baseUrl("freshdesk"));
        assertThat(freshdesk
                        .get("/api/v2/agents/me")
                        .json()
                        .path("ticket_scope")
                        .asInt())
                .isOne();
        assertThat(anonymous
                        .authorizedBy(basic("freshdesk-sandbox-key:else"))
                        .get("/api/v2/agents/me")
                        .status())
                .isEqualTo(200);
        Reply refused = anonymous.authorizedBy(basic("X:freshdesk-sandbox-key")).get("/api/v2/agents/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("code").asText()).isEqualTo("invalid_credentials");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'priority':3               | 'priority':'3'                        | priority       | datatype_mismatch
            'priority':3               | 'priority':5                          | priority       | invalid_value
            'status':2,                |                                       | status         | missing_field
            'status':2                 | 'status':2,'external_id':'call-1'     | external_id    | invalid_field
            'status':2                 | 'status':2,'source':4                 | source         | invalid_value
            'status':2                 | 'status':2,'tags':['a,b']             | tags           | invalid_value
            'status':2                 | 'status':2,'group_id':5               | group_id       | invalid_value
            'status':2                 | 'status':2,'custom_fields':{'cf_x':'1'} | cf_x         | invalid_field
            'status':2                 | 'status':2,'custom_fields':{'cf_sentiment':'sad'} | cf_sentiment | invalid_value
            'email':'sarah@example.com' | 'type':'Question'                    | requester_id   | missing_field
            'email':'sarah@example.com' | 'phone':'+14155550199'               | name           | missing_field
            'email':'sarah@example.com' | 'requester_id':5                     | requester_id   | invalid_value
            """)
    void refusesWhatFreshdeskRefuses(String instead, String of, String field, String code) {
        Reply reply = freshdesk.send("POST", "/api/v2/tickets", TICKET.replace(instead, of == null ? "" : of));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(sandbox.records("freshdesk", "mails")).isEmpty();
    }

    @Test
    void answersTheStatusesOfHttp() {
        assertThat(freshdesk.form("/api/v2/tickets", "a=b").status()).isEqualTo(415);
        assertThat(freshdesk
                        .send("POST", "/api/v2/tickets", "{rubbish")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("invalid_json");
        Reply missing = freshdesk.get("/api/v2/tickets/99");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).isEmpty();
        assertThat(freshdesk
                        .with("Accept", "text/html")
                        .get("/api/v2/agents/me")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void comparesPhoneAndMobileExactlyAndApart() {
        assertThat(found("phone=%2B14155550100")).isZero();
        assertThat(found("mobile=%2B14155550100")).isOne();
        assertThat(found("mobile=+14155550100")).isZero();
        assertThat(found("mobile=14155550100")).isZero();
        assertThat(found("email=SARAH%40example.com")).isOne();
        assertThat(found("email=agent%40example.com")).isZero();
        assertThat(freshdesk.get("/api/v2/contacts?telephone=1").status()).isEqualTo(400);
    }

    @Test
    void tellsWhoHoldsAnAddressEvenWhenDeleted() {
        String sarah = "{'name':'S','email':'sarah@example.com'}";
        Reply duplicate = freshdesk.send("POST", "/api/v2/contacts", sarah);
        assertThat(duplicate.status()).isEqualTo(409);
        String id = duplicate.json().at("/errors/0/additional_info/user_id").asText();
        sandbox.addRecord("freshdesk", "contacts", object("{'name':'Ann','email':'ann@example.com','deleted':true}"));
        assertThat(found("email=ann%40example.com")).isZero();
        assertThat(freshdesk
                        .send("POST", "/api/v2/contacts", sarah.replace("sarah", "ann"))
                        .status())
                .isEqualTo(409);
        String ann = freshdesk
                .get("/api/v2/contacts?state=deleted&email=ann%40example.com")
                .json()
                .at("/0/id")
                .asText();
        assertThat(freshdesk
                        .send("PUT", "/api/v2/contacts/" + ann + "/restore", "")
                        .status())
                .isEqualTo(204);
        assertThat(found("email=ann%40example.com")).isOne();
        assertThat(freshdesk
                        .send("PUT", "/api/v2/contacts/" + id + "/restore", "")
                        .status())
                .isEqualTo(404);
        assertThat(freshdesk
                        .send("POST", "/api/v2/contacts", "{'name':'Two','phone':'+14155550123'}")
                        .status())
                .isEqualTo(201);
        assertThat(freshdesk
                        .send("POST", "/api/v2/contacts", "{'name':'Three','phone':'+14155550123'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void mailsTheDescriptionButNoPrivateNote() {
        String id = create(TICKET);
        note(id, "{'body':'<div>for agents &lt;only&gt;</div>'}");
        assertThat(sandbox.records("freshdesk", "mails"))
                .extracting(mail -> mail.path("text").asText())
                .containsExactly("It broke");
        note(id, "{'body':'hello','private':false}");
        assertThat(sandbox.records("freshdesk", "mails")).hasSize(2);
        JsonNode notes =
                freshdesk.get("/api/v2/tickets/" + id + "/conversations").json();
        assertThat(notes.findValuesAsText("body_text")).containsExactly("for agents <only>", "hello");
        assertThat(notes.findValuesAsText("private")).containsExactly("true", "false");
    }

    @Test
    void hidesOldTicketsUnlessAskedSince() {
        String sarah = String.valueOf(
                sandbox.records("freshdesk", "contacts").getFirst().path("id").asLong());
        String path = "/api/v2/tickets?requester_id=" + sarah;
        assertThat(freshdesk.get(path).json()).isEmpty();
        assertThat(freshdesk.get(path + "&updated_since=2015-01-01T00:00:00Z").json())
                .hasSize(1);
        create(TICKET);
        Reply paged = freshdesk.get(path + "&updated_since=2015-01-01T00:00:00Z&per_page=1");
        assertThat(paged.json().at("/0/subject").asText()).isEqualTo("Broken");
        assertThat(paged.json().at("/0").has("description")).isFalse();
        assertThat(paged.header("Link")).contains("page=2").contains("rel=\"next\"");
        assertThat(freshdesk.get(path + "&per_page=101").status()).isEqualTo(400);
    }

    @Test
    void findsBySearchOnlyWhatTheIndexHas() {
        create(TICKET.replace("'status'", "'custom_fields':{'cf_external_id':'call-1'},'status'"));
        String path = "/api/v2/search/tickets?query=%22cf_external_id:%27call-1%27%22";
        assertThat(freshdesk.get(path).json().path("total").asInt()).isZero();
        sandbox.switches("freshdesk").set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(freshdesk.get(path).json().path("total").asInt()).isOne();
        String contacts = "/api/v2/search/contacts?query=%22phone:%27x%27%20OR%20mobile:%27%2B14155550100%27%22";
        assertThat(freshdesk.get(contacts).json().at("/results/0/name").asText())
                .isEqualTo("Sarah Lee");
        assertThat(freshdesk.get(contacts.replace("%22", "")).status()).isEqualTo(400);
        assertThat(freshdesk.get(path.replace("call", "ca%27ll")).status()).isEqualTo(400);
    }

    @Test
    void searchesTheKnowledgeBaseWithAnAgentsEyes() {
        JsonNode found = freshdesk.get("/api/v2/search/solutions?term=refund").json();
        assertThat(found.findValuesAsText("title"))
                .containsExactly("How do I return an item?", "Refund in the shop", "Refund exceptions for agents");
        assertThat(freshdesk
                        .get("/api/v2/solutions/folders/3002")
                        .json()
                        .path("visibility")
                        .asInt())
                .isEqualTo(3);
        assertThat(freshdesk.get("/api/v2/search/solutions").status()).isEqualTo(400);
    }

    @Test
    void tellsAndEnforcesTheRateLimit() {
        assertThat(freshdesk.get("/api/v2/agents/me").header("X-RateLimit-Total"))
                .isEqualTo("200");
        sandbox.switches("freshdesk").set("rate-limit-per-minute", IntNode.valueOf(0));
        Reply limited = freshdesk.get("/api/v2/agents/me");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void limitsListsByThemselves() {
        sandbox.switches("freshdesk").set("list-limit-per-minute", IntNode.valueOf(0));
        assertThat(freshdesk.get("/api/v2/contacts?phone=1").status()).isEqualTo(429);
        assertThat(freshdesk.get("/api/v2/agents/me").status()).isEqualTo(200);
    }

    @Test
    void changesOnlyWhatIsNamedAndChecksIt() {
        String ticket = create(TICKET);
        String path = "/api/v2/tickets/" + ticket;
        assertThat(freshdesk.send("PUT", path, "{'status':'4'}").status()).isEqualTo(400);
        assertThat(freshdesk.send("PUT", path, "{'status':9}").status()).isEqualTo(400);
        JsonNode changed = freshdesk.send("PUT", path, "{'status':4}").json();
        assertThat(changed.path("status").asInt()).isEqualTo(4);
        assertThat(changed.path("subject").asText()).isEqualTo("Broken");
        assertThat(freshdesk.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(freshdesk.get(path).json().path("deleted").asBoolean()).isTrue();
    }

    @Test
    void mergesAndDeletesContactsSoftly() {
        String sarah =
                sandbox.records("freshdesk", "contacts").getFirst().path("id").asText();
        JsonNode jo = freshdesk
                .send("POST", "/api/v2/contacts", "{'name':'Jo','email':'jo@example.com'}")
                .json();
        String merge = "{'primary_contact_id':" + sarah + ",'secondary_contact_ids':["
                + jo.path("id").asText() + "]}";
        assertThat(freshdesk.send("POST", "/api/v2/contacts/merge", merge).status())
                .isEqualTo(204);
        assertThat(found("email=jo%40example.com")).isZero();
        assertThat(freshdesk.send("DELETE", "/api/v2/contacts/" + sarah, "").status())
                .isEqualTo(204);
        assertThat(found("email=sarah%40example.com")).isZero();
        assertThat(found("email=sarah%40example.com&state=deleted")).isOne();
    }

    @Test
    void listsWhoChangedSinceATimeWhoseNameHasAnUnderscore() {
        String since = "_updated_since=" + Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        assertThat(found(since)).isZero();
        String sarah =
                sandbox.records("freshdesk", "contacts").getFirst().path("id").asText();
        freshdesk.send("PUT", "/api/v2/contacts/" + sarah, "{'name':'Sarah Miller'}");
        assertThat(found(since)).isOne();
        freshdesk.send("DELETE", "/api/v2/contacts/" + sarah, "");
        assertThat(found(since)).isZero();
        assertThat(found(since + "&state=deleted")).isOne();
        assertThat(freshdesk.get("/api/v2/contacts?" + since.substring(1)).status())
                .isEqualTo(400);
        assertThat(freshdesk.get("/api/v2/contacts?_updated_since=yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void knowsOnlyTheFieldsTheAccountHas() {
        String body = TICKET.replace("'status'", "'custom_fields':{'cf_intent':'x'},'status'");
        assertThat(freshdesk.send("POST", "/api/v2/tickets", body).status()).isEqualTo(201);
        sandbox.switches("freshdesk").set("lacking-fields", List.of("cf_intent"));
        assertThat(freshdesk.send("POST", "/api/v2/tickets", body).status()).isEqualTo(400);
        sandbox.switches("freshdesk").set("required-fields", List.of("cf_sentiment"));
        assertThat(freshdesk
                        .send("POST", "/api/v2/tickets", TICKET)
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("missing_field");
    }

    private int found(String filter) {
        return freshdesk.get("/api/v2/contacts?" + filter).json().size();
    }

    private String create(String body) {
        Reply reply = freshdesk.send("POST", "/api/v2/tickets", body);
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().path("id").asText();
    }

    private void note(String ticket, String body) {
        assertThat(freshdesk
                        .send("POST", "/api/v2/tickets/" + ticket + "/notes", body)
                        .status())
                .isEqualTo(201);
    }

    private static ObjectNode object(String json) {
        return Json.object(json.replace('\'', '"'));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
