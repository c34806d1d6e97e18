package dev.switchboard.sandbox.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZohoSandboxTest {

    private static final String CRM = "/eu/crm/v8";
    private static final String TOKEN = "/accounts/eu/oauth/v2/token";
    private static final String REFRESH = "grant_type=refresh_token&client_id=1000.ZOHOSANDBOX"
            + "&client_secret=zoho-sandbox-secret&refresh_token=1000.zoho-sandbox-refresh";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient zoho;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("zoho"));
    }

    @BeforeEach
    void reset() {
        sandbox.reset("zoho");
        zoho = anonymous.authorizedBy("Zoho-oauthtoken " + token());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void namesTheHostThatTheTokenIsGoodFor() {
        Reply granted = anonymous.form(TOKEN, REFRESH);
        assertThat(granted.json().path("api_domain").asText()).isEqualTo(sandbox.baseUrl("zoho") + "/eu");
        assertThat(granted.json().path("expires_in").asInt()).isEqualTo(3_600);
        assertThat(code(zoho.get("/crm/v8/org"), 401)).isEqualTo("INVALID_TOKEN");
        assertThat(code(zoho.get("/us/crm/v8/org"), 401)).isEqualTo("INVALID_TOKEN");
        assertThat(zoho.get(CRM + "/org").status()).isEqualTo(200);
        assertThat(code(anonymous.authorizedBy("Bearer " + token()).get(CRM + "/org"), 401))
                .isEqualTo("AUTHENTICATION_FAILURE");
        sandbox.switches("zoho").set("expiry-in-milliseconds", BooleanNode.TRUE);
        assertThat(anonymous.form(TOKEN, REFRESH).json().path("expires_in").asInt())
                .isEqualTo(3_600_000);
    }

    @Test
    void refusesATokenWithStatus200() {
        assertThat(refusal(TOKEN, REFRESH + "x")).isEqualTo("invalid_code");
        assertThat(refusal(TOKEN, REFRESH.replace("-secret", "-wrong"))).isEqualTo("invalid_client_secret");
        assertThat(refusal("/accounts/us/oauth/v2/token", REFRESH)).isEqualTo("invalid_client");
        String credentials = "grant_type=client_credentials&client_id=1000.ZOHOSANDBOX"
                + "&client_secret=zoho-sandbox-secret&scope=ZohoCRM.modules.ALL&soid=ZohoCRM.";
        assertThat(refusal(TOKEN, credentials + "1")).isEqualTo("invalid_code");
        assertThat(anonymous
                        .form(TOKEN, credentials + "20071234567")
                        .json()
                        .path("access_token")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void locksOutWhoFetchesTokensAllTheTime() {
        for (int fetched = 1; fetched < 10; fetched++) {
            assertThat(token()).isNotEmpty();
        }
        Reply locked = anonymous.form(TOKEN, REFRESH);
        assertThat(locked.status()).isEqualTo(400);
        assertThat(locked.json().path("error").asText()).isEqualTo("Access Denied");
        assertThat(zoho.get(CRM + "/org").status()).isEqualTo(200);
    }

    @Test
    void answersAnEmptyResultWithoutABody() {
        for (Reply nothing : List.of(
                zoho.get(CRM + "/Contacts/search?email=nobody%40example.com&fields=id"),
                coql("select id from Contacts where Email = 'nobody@example.com'"),
                zoho.get(CRM + "/Contacts/" + sarah() + "/Notes?fields=Note_Title"))) {
            assertThat(nothing.status()).isEqualTo(204);
            assertThat(nothing.body()).isEmpty();
        }
    }

    @Test
    void searchesANumberAsTheWordsItWasTypedIn() {
        assertThat(searched("(415) 555-0100")).isEqualTo(200);
        assertThat(searched("415 555 0100")).isEqualTo(200);
        assertThat(searched("4155550100")).isEqualTo(204);
        assertThat(searched("+14155550100")).isEqualTo(204);
        create("Contacts", "{'Last_Name':'Ana','Mobile':'+14155550123'}");
        assertThat(searched("14155550123")).isEqualTo(204);
        assertThat(coql("select id from Contacts where Mobile = '+14155550123'").status())
                .isEqualTo(200);
        sandbox.switches("zoho").set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(searched("14155550123")).isEqualTo(200);
    }

    @Test
    void refusesRecordsInsideAGoodAnswer() {
        assertThat(refused("Contacts", "{'First_Name':'Jo'}")).isEqualTo("MANDATORY_NOT_FOUND Last_Name");
        assertThat(refused("Contacts", "{'Last_Name':'Jo','Phone':'call me'}")).isEqualTo("INVALID_DATA Phone");
        assertThat(refused("Contacts", "{'Last_Name':'Jo','Email':'x'}")).isEqualTo("INVALID_DATA Email");
        assertThat(refused("Contacts", "{'Last_Name':'" + "x".repeat(81) + "'}"))
                .isEqualTo("INVALID_DATA Last_Name");
        create("Contacts", "{'Last_Name':'Jo','AI_External_Id':'k','No_Such_Field':'x'}");
        Reply twice = post("Contacts", "{'Last_Name':'Jo','AI_External_Id':'k'}");
        assertThat(twice.json().at("/data/0/code").asText()).isEqualTo("DUPLICATE_DATA");
        assertThat(twice.json().at("/data/0/details/duplicate_record/id").asText())
                .isNotEmpty();
        Reply mixed = zoho.send("POST", CRM + "/Contacts", "{'data':[{'Last_Name':'A'},{'First_Name':'B'}]}");
        assertThat(mixed.status()).isEqualTo(207);
        Reply change = zoho.send("PUT", CRM + "/Contacts/" + sarah(), "{'data':[{'Email':'x'}]}");
        assertThat(change.status()).isEqualTo(200);
        assertThat(change.json().at("/data/0/status").asText()).isEqualTo("error");
    }

    @Test
    void wantsACallAsItTookPlace() {
        String call = "{'Subject':'x','Call_Type':'Inbound','Call_Start_Time':'2026-11-22T10:00:00+00:00',"
                + "'Call_Duration':'03:04','Who_Id':{'id':'" + sarah() + "'}}";
        create("Calls", call);
        assertThat(zoho.get(CRM + "/Contacts/" + sarah() + "/Calls?fields=Subject")
                        .status())
                .isEqualTo(200);
        assertThat(refused("Calls", call.replace("+00:00", "Z"))).isEqualTo("INVALID_DATA Call_Start_Time");
        assertThat(refused("Calls", call.replace(":00+", ":00.000+"))).isEqualTo("INVALID_DATA Call_Start_Time");
        assertThat(refused("Calls", call.replace("2026", "2099"))).isEqualTo("INVALID_DATA Call_Start_Time");
        assertThat(refused("Calls", call.replace("03:04", "184"))).isEqualTo("INVALID_DATA Call_Duration");
        assertThat(refused("Calls", call.replace("Inbound", "Outbound")))
                .isEqualTo("MANDATORY_NOT_FOUND Outgoing_Call_Status");
        assertThat(refused("Calls", call.replace("Who_Id", "What_Id"))).isEqualTo("MANDATORY_NOT_FOUND $se_module");
        assertThat(refused("Calls", call.replace(sarah(), "1"))).isEqualTo("INVALID_DATA Who_Id");
    }

    @Test
    void wantsFieldsNamedInLists() {
        assertThat(code(zoho.get(CRM + "/Contacts"), 400)).isEqualTo("REQUIRED_PARAM_MISSING");
        assertThat(code(zoho.get(CRM + "/Contacts/" + sarah() + "/Cases"), 400)).isEqualTo("REQUIRED_PARAM_MISSING");
        assertThat(code(zoho.get(CRM + "/Contacts/search?fields=id"), 400)).isEqualTo("REQUIRED_PARAM_MISSING");
        assertThat(code(zoho.get(CRM + "/Persons?fields=id"), 400)).isEqualTo("INVALID_MODULE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from Contacts",
                "select id from Contacts where Email = 'a' and Phone = 'b' and Mobile = 'c'",
                "select id from Contacts where Last_Name = 'O'Hara'",
                "select id from Contacts where Nickname = 'x'",
                "select id from Contacts where Phone like '%0100'",
                "select id from Contacts where Last_Name = \"Lee\"",
                "select id from Contacts where Last_Name = 'Lee' limit 201",
                "select id from Contacts where Last_Name = 'Lee' or 1 = 1",
                "select id from Contacts where Description = 'x'"
            })
    void refusesQueriesThatAreNotCoql(String query) {
        assertThat(coql(query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Email, Account_Name from Contacts where (Email = 'SARAH@example.com' and (Phone is not null or Mobile is null))",
                "select id from Contacts where Last_Name in ('Lee','O\\'Hara','a\\\\b') order by Created_Time desc limit 5",
                "select id from Contacts where Last_Name like 'L%' limit 0, 5"
            })
    void takesQueriesInPairs(String query) {
        assertThat(coql(query).json().path("data")).hasSize(1);
    }

    @Test
    void showsOfALookupTheIdOnly() {
        JsonNode row = coql("select Account_Name from Contacts where Last_Name = 'Lee'")
                .json()
                .at("/data/0");
        assertThat(row.at("/Account_Name/id").asText()).isNotEmpty();
        assertThat(row.path("Account_Name").has("name")).isFalse();
        assertThat(zoho.get(CRM + "/Contacts/" + sarah() + "?fields=Account_Name,Owner")
                        .json()
                        .at("/data/0/Account_Name/name")
                        .asText())
                .isEqualTo("Lee Design");
    }

    @Test
    void listsWhatIsRelatedNewestFirstAndOnlyWithItsFieldsNamed() {
        String parent = "'Parent_Id':{'id':'" + sarah() + "','module':{'api_name':'Contacts'}}";
        create("Notes", "{'Note_Title':'a','Note_Content':'x'," + parent + "}");
        create("Notes", "{'Note_Title':'b','Note_Content':'y'," + parent + "}");
        String notes = CRM + "/Contacts/" + sarah() + "/Notes";
        assertThat(code(zoho.get(notes), 400)).isEqualTo("REQUIRED_PARAM_MISSING");
        String titles = notes + "?fields=Note_Title";
        assertThat(titles(titles + "&sort_by=Created_Time&per_page=5")).containsExactly("b", "a");
        assertThat(titles(titles)).containsExactly("b", "a");
        assertThat(titles(titles + "&sort_order=asc&per_page=1")).containsExactly("a");
        assertThat(code(zoho.get(titles + "&sort_by=Note_Title"), 400)).isEqualTo("INVALID_DATA");
        assertThat(code(zoho.get(titles + "&sort_order=down"), 400)).isEqualTo("INVALID_DATA");
    }

    @Test
    void hidesConvertedLeads() {
        sandbox.addRecord("zoho", "Leads", Json.object().put("Last_Name", "Old").put("$converted", true));
        assertThat(coql("select id from Leads where Last_Name = 'Old'").status())
                .isEqualTo(204);
    }

    @Test
    void runsRequestsTogetherWhereTheScopeAllowsIt() {
        String together =
                "{'__composite_requests':[{'sub_request_id':'a','method':'GET','uri':'/crm/v8/Contacts/search',"
                        + "'params':{'phone':'415 555 0100','fields':'id'}},{'sub_request_id':'b','method':'POST',"
                        + "'uri':'/crm/v8/coql','body':{'select_query':'select id from Nothing where id is null'}}]}";
        JsonNode answers = zoho.send("POST", CRM + "/__composite_requests", together)
                .json()
                .path("__composite_requests");
        assertThat(answers.at("/0/details/response/status_code").asInt()).isEqualTo(200);
        assertThat(answers.at("/1/details/response/status_code").asInt()).isEqualTo(400);
        sandbox.switches("zoho").set("no-composite-scope", BooleanNode.TRUE);
        assertThat(code(zoho.send("POST", CRM + "/__composite_requests", together), 401))
                .isEqualTo("OAUTH_SCOPE_MISMATCH");
    }

    @Test
    void tellsTheCreditsWhenHalfOfThemAreGone() {
        sandbox.switches("zoho").set("daily-credits", IntNode.valueOf(4));
        assertThat(zoho.get(CRM + "/org").header("X-API-CREDITS-REMAINING")).isEmpty();
        assertThat(zoho.get(CRM + "/org").header("X-API-CREDITS-REMAINING")).isEqualTo("2");
        zoho.get(CRM + "/org");
        zoho.get(CRM + "/org");
        assertThat(code(zoho.get(CRM + "/org"), 429)).isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void takesOnlySoManyRequestsAtOnce() {
        sandbox.switches("zoho").set("requests-at-once", IntNode.valueOf(1));
        assertThat(zoho.get(CRM + "/org").status()).isEqualTo(200);
        assertThat(zoho.get(CRM + "/org").status()).as("one after the other").isEqualTo(200);
        sandbox.switches("zoho").set("requests-at-once", IntNode.valueOf(0));
        assertThat(code(zoho.get(CRM + "/org"), 429)).isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void keepsChannelsForAWeekAtMost() {
        String channel =
                "{'watch':[{'channel_id':'7','events':['Contacts.all'],'token':'t','notify_url':'https://x.example',"
                        + "'channel_expiry':'2099-01-01T00:00:00+00:00'}]}";
        Reply late = zoho.send("POST", CRM + "/actions/watch", channel);
        assertThat(late.status()).isEqualTo(202);
        assertThat(late.json().at("/watch/0/details/api_name").asText()).isEqualTo("channel_expiry");
        assertThat(zoho.send("POST", CRM + "/actions/watch", channel.replaceFirst(",'channel_expiry[^}]*", ""))
                        .status())
                .isEqualTo(201);
        assertThat(zoho.get(CRM + "/actions/watch").json().path("watch")).hasSize(2);
        assertThat(zoho.get(CRM + "/actions/watch?channel_id=7").json().path("watch"))
                .hasSize(1);
        Reply unknown = zoho.send("POST", CRM + "/actions/watch", channel.replace("Contacts", "Nothing"));
        assertThat(unknown.json().at("/watch/0/status").asText()).isEqualTo("error");
    }

    @Test
    void watchesNoModuleThatTheEditionLacks() {
        sandbox.switches("zoho").set("lacking-fields", Json.array(List.of(TextNode.valueOf("Cases"))));
        String channel = "{'watch':[{'channel_id':'7','events':['Contacts.all','Cases.all'],'token':'t',"
                + "'notify_url':'https://x.example'}]}";
        Reply refused = zoho.send("POST", CRM + "/actions/watch", channel);
        assertThat(refused.json().at("/watch/0/details/api_name").asText()).isEqualTo("events");
    }

    private int searched(String phone) {
        return zoho.get(CRM + "/Contacts/search?fields=id&phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8))
                .status();
    }

    private Reply coql(String query) {
        // The client turns apostrophes into quotes, and these are meant.
        String body = Json.object().put("select_query", query).toString().replace("'", "\\u0027");
        return zoho.send("POST", CRM + "/coql", body);
    }

    private Reply post(String module, String record) {
        return zoho.send("POST", CRM + "/" + module, "{'data':[" + record + "]}");
    }

    private List<String> titles(String path) {
        return zoho.get(path)
                .json()
                .path("data")
                .valueStream()
                .map(note -> note.path("Note_Title").asText())
                .toList();
    }

    private void create(String module, String record) {
        assertThat(post(module, record).status()).isEqualTo(201);
    }

    private String refused(String module, String record) {
        Reply reply = post(module, record);
        assertThat(reply.status()).isEqualTo(202);
        JsonNode refusal = reply.json().at("/data/0");
        assertThat(refusal.path("status").asText()).isEqualTo("error");
        return refusal.path("code").asText() + " "
                + refusal.at("/details/api_name").asText();
    }

    private String refusal(String path, String form) {
        Reply reply = anonymous.form(path, form);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().path("error").asText();
    }

    private String sarah() {
        return sandbox.records("zoho", "Contacts").getFirst().path("id").asText();
    }

    private String token() {
        return anonymous.form(TOKEN, REFRESH).json().path("access_token").asText();
    }

    private static String code(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.json().path("code").asText();
    }
}
