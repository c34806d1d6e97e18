package dev.switchboard.sandbox.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicenowSandboxTest {

    private static final String CLIENT = "client_id=servicenow-sandbox-client&client_secret=servicenow-sandbox-secret";
    private static final String USERS = "/api/now/v2/table/sys_user";
    private static final String INCIDENTS = "/api/now/v2/table/incident";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient servicenow;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("servicenow"));
        servicenow = anonymous
                .authorizedBy(basic("switchboard.integration:servicenow-sandbox-password"))
                .with("Accept", "application/json");
    }

    @BeforeEach
    void reset() {
        sandbox.reset("servicenow");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void givesTheSameTokenOutWithinItsLife() {
        Reply first = anonymous.form("/oauth_token.do", "grant_type=client_credentials&" + CLIENT);
        Reply second = anonymous.form("/oauth_token.do", "grant_type=client_credentials&" + CLIENT);
        assertThat(first.json().path("expires_in").asInt()).isBetween(1_795, 1_800);
        assertThat(second.json().path("access_token")).isEqualTo(first.json().path("access_token"));
        sandbox.expireTokens("servicenow");
        Reply third = anonymous.form("/oauth_token.do", "grant_type=client_credentials&" + CLIENT);
        assertThat(third.json().path("access_token")).isNotEqualTo(first.json().path("access_token"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials&client_id=servicenow-sandbox-client&client_secret=wrong",
                "grant_type=password&username=switchboard.integration&password=wrong&" + CLIENT,
                "grant_type=refresh_token&refresh_token=unheard-of&" + CLIENT,
                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=a.b.c&" + CLIENT
            })
    void givesNoTokenToWhoCannotProveIt(String form) {
        Reply refused = anonymous.form("/oauth_token.do", form);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("access_denied");
    }

    @Test
    void takesAnAssertionOnce() {
        String form = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&" + CLIENT + "&assertion="
                + Assertion.sign("switchboard.integration", "once");
        assertThat(anonymous.form("/oauth_token.do", form).status()).isEqualTo(200);
        assertThat(anonymous.form("/oauth_token.do", form).status()).isEqualTo(401);
    }

    @Test
    void readsNoJsonWhereTokensAreGivenOut() {
        Reply refused = anonymous.send("POST", "/oauth_token.do", "{'grant_type':'client_credentials'}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("server_error");
    }

    @Test
    void wantsAcceptAndContentType() {
        assertThat(servicenow.with("Accept", "text/csv").get(USERS).status()).isEqualTo(406);
        assertThat(servicenow.with("X-Nothing", "").get(USERS).status()).isEqualTo(400);
        assertThat(anonymous.with("Accept", "application/json").get(USERS).status())
                .isEqualTo(401);
    }

    @Test
    void refusesASessionsCookie() {
        assertThat(servicenow.get(USERS).header("Set-Cookie")).startsWith("JSESSIONID=");
        assertThat(servicenow
                        .with("Accept", "application/json", "Cookie", "JSESSIONID=5A1C0F")
                        .get(USERS)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            email=SARAH@example.com^active=true                          | 1
            emial=nobody@example.com                                     | 3
            emial=nobody@example.com^active=true                         | 3
            email=nobody@example.com^ORemial=x                           | 0
            email=nobody@example.com^NQactive=true                       | 3
            mobile_phoneIN4155550100,+14155550100^ORphoneIN+14155550100  | 1
            mobile_phoneENDSWITH0100^active=true                         | 1
            mobile_phoneISNOTEMPTY                                       | 1
            """)
    void leavesOutWhatItDoesNotUnderstandOfAQuery(String query, int rows) {
        assertThat(list("sys_user", query)).hasSize(rows);
    }

    @Test
    void endsAConditionAtALineBreakAndRunsScripts() {
        assertThat(list("sys_user", "email=nobody@example.com\n^NQactive=true")).hasSize(3);
        assertThat(list("sys_user", "email=JavaScript:gs.getUserName()")).isEmpty();
        assertThat(sandbox.records("servicenow", "scripts")).hasSize(1);
    }

    @Test
    void selectsNothingForAnInvalidQueryWhereAnAdministratorAskedForIt() {
        sandbox.switches("servicenow").set("invalid-query-returns-no-rows", BooleanNode.TRUE);
        assertThat(list("sys_user", "emial=nobody@example.com")).isEmpty();
        assertThat(list("sys_user", "active=true")).hasSize(3);
    }

    @Test
    void doesNotTellAnUnreadableColumnFromAMissingOne() {
        sandbox.switches("servicenow").set("unreadable-columns", List.of("sys_user.email"));
        assertThat(list("sys_user", "email=nobody@example.com"))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.has("email")).isFalse());
    }

    @Test
    void appliesTheLimitBeforeTheAccessRules() {
        sandbox.addRecord(
                "servicenow",
                "incident",
                Json.object().put("short_description", "a").put("hidden", true));
        sandbox.addRecord("servicenow", "incident", Json.object().put("short_description", "b"));
        Reply first = servicenow.get(INCIDENTS + "?sysparm_limit=1&sysparm_query=ORDERBYnumber");
        assertThat(first.json().path("result")).isEmpty();
        assertThat(first.header("X-Total-Count")).isEqualTo("2");
        assertThat(first.header("Link")).contains("sysparm_offset=1").endsWith("rel=\"next\"");
        assertThat(servicenow
                        .get(INCIDENTS + "?sysparm_limit=1&sysparm_offset=1&sysparm_query=ORDERBYnumber")
                        .json()
                        .at("/result/0/short_description")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void answersNothingFoundByVersion() {
        assertThat(servicenow.get(INCIDENTS).json().path("result")).isEmpty();
        assertThat(servicenow.get("/api/now/v1/table/incident").status()).isEqualTo(404);
        assertThat(servicenow.get("/api/now/v2/table/incidents").status()).isEqualTo(400);
    }

    @Test
    void ignoresUnknownFieldsCutsLongOnesAndLooksThePriorityUp() {
        Reply made = servicenow.send(
                "POST",
                INCIDENTS,
                "{'short_description':'" + "x".repeat(200)
                        + "','impact':'1','urgency':'2','priority':'5','u_unheard':'y','work_notes':'secret'}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains(INCIDENTS);
        JsonNode incident = made.json().path("result");
        assertThat(incident.path("short_description").asText()).hasSize(160);
        assertThat(incident.path("priority").asText()).isEqualTo("2");
        assertThat(incident.path("work_notes").asText()).isEmpty();
        assertThat(incident.has("u_unheard")).isFalse();
        assertThat(list(
                        "sys_journal_field",
                        "element_id=" + incident.path("sys_id").asText()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.path("value").asText()).isEqualTo("secret"));
    }

    @Test
    void showsReferencesAsObjectsAndTimesInTheUsersZone() {
        String sarah = list("sys_user", "email=sarah@example.com")
                .getFirst()
                .path("sys_id")
                .asText();
        servicenow.send("POST", INCIDENTS, "{'short_description':'x','caller_id':'" + sarah + "'}");
        JsonNode plain = servicenow.get(INCIDENTS).json().at("/result/0");
        assertThat(plain.at("/caller_id/value").asText()).isEqualTo(sarah);
        assertThat(plain.path("assignment_group").asText()).isEmpty();
        JsonNode shown =
                servicenow.get(INCIDENTS + "?sysparm_display_value=true").json().at("/result/0");
        assertThat(shown.at("/caller_id/display_value").asText()).isEqualTo("Sarah Lee");
        assertThat(shown.path("state").asText()).isEqualTo("New");
        assertThat(shown.path("sys_created_on")).isNotEqualTo(plain.path("sys_created_on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'state':'6'}", "{'state':'6','close_code':'Solved'}", "{'state':'3'}"})
    void stopsWhatADataPolicyForbids(String change) {
        String sysId = servicenow
                .send("POST", INCIDENTS, "{'short_description':'x'}")
                .json()
                .at("/result/sys_id")
                .asText();
        Reply refused = servicenow.send("PATCH", INCIDENTS + "/" + sysId, change);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/error/message").asText()).isEqualTo("Operation Failed");
        assertThat(servicenow
                        .get(INCIDENTS + "/" + sysId)
                        .json()
                        .at("/result/state")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void makesNoSecondUserOfAName() {
        Reply refused = servicenow.send("POST", USERS, "{'user_name':'sarah.lee','last_name':'Lee'}");
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void tellsTheLimitAndWhenItEnds() {
        sandbox.switches("servicenow").set("rate-limit-per-hour", IntNode.valueOf(1));
        assertThat(servicenow.get(USERS).header("X-RateLimit-Limit")).isEqualTo("1");
        Reply refused = servicenow.get(USERS);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3_600);
        assertThat(refused.json().at("/error/message").asText()).isEqualTo("Rate limit exceeded");
    }

    @Test
    void answersHtmlWhileItHibernates() {
        sandbox.switches("servicenow").set("hibernating", BooleanNode.TRUE);
        Reply asleep = servicenow.get(USERS);
        assertThat(asleep.status()).isEqualTo(200);
        assertThat(asleep.header("Content-Type")).startsWith("text/html");
    }

    private List<JsonNode> list(String table, String query) {
        return servicenow
                .get("/api/now/v2/table/" + table + "?sysparm_query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .json()
                .path("result")
                .valueStream()
                .toList();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
