package dev.switchboard.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import dev.switchboard.sandbox.Webhooks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesforceSandboxTest {

    private static final String DATA = "/services/data/v68.0";
    private static final String CREDENTIALS = "grant_type=client_credentials&client_id=salesforce-sandbox-client"
            + "&client_secret=salesforce-sandbox-secret";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient salesforce;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("salesforce"));
    }

    @BeforeEach
    void reset() {
        sandbox.reset("salesforce");
        JsonNode granted = anonymous.form("/services/oauth2/token", CREDENTIALS).json();
        assertThat(granted.path("instance_url").asText()).isEqualTo(sandbox.baseUrl("salesforce"));
        salesforce =
                anonymous.authorizedBy("Bearer " + granted.path("access_token").asText());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void grantsTokensToRightAssertionsOnly() {
        long soon = Instant.now().getEpochSecond() + 180;
        assertThat(byAssertion("salesforce-sandbox-client", "https://login.salesforce.com", soon)
                        .status())
                .isEqualTo(200);
        assertThat(byAssertion("salesforce-sandbox-client", sandbox.baseUrl("salesforce"), soon)
                        .status())
                .isEqualTo(200);
        assertThat(error(byAssertion("other", "https://login.salesforce.com", soon)))
                .isEqualTo("client identifier invalid");
        assertThat(error(byAssertion("salesforce-sandbox-client", "https://x.example", soon)))
                .isEqualTo("audience is invalid");
        assertThat(error(byAssertion("salesforce-sandbox-client", "https://login.salesforce.com", soon + 600)))
                .isEqualTo("invalid assertion");
        assertThat(error(byAssertion("salesforce-sandbox-client", "https://login.salesforce.com", soon - 600)))
                .isEqualTo("invalid assertion");
        String forged = Assertion.sign("{'iss':'x'}").replaceFirst("\\.[^.]+$", ".AAAA");
        assertThat(anonymous.form("/services/oauth2/token", jwt(forged)).status())
                .isEqualTo(400);
        assertThat(anonymous.form("/services/oauth2/token", CREDENTIALS + "x").status())
                .isEqualTo(400);
    }

    @Test
    void refusesExpiredSessionsAndVersionsItDoesNotServe() {
        assertThat(salesforce.get("/services/data/v58.0/limits").status()).isEqualTo(200);
        assertThat(salesforce.get("/services/data/v99.0/limits").status()).isEqualTo(404);
        assertThat(salesforce.get("/services/data/v30.0/limits").status()).isEqualTo(410);
        assertThat(salesforce.get(DATA + "/limits").header("Sforce-Limit-Info")).matches("api-usage=\\d+/15000");
        sandbox.expireTokens("salesforce");
        Reply expired = salesforce.get(DATA + "/limits");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.json().at("/0/errorCode").asText()).isEqualTo("INVALID_SESSION_ID");
    }

    @Test
    void searchesPhonesByDigitsWhateverThePunctuation() {
        assertThat(search("4155550100")).isEqualTo("[\"Sarah Lee\"]");
        assertThat(search("(415) 555 0100")).isEqualTo("[\"Sarah Lee\"]");
        assertThat(search("14155550100")).isEqualTo("[]");
        assertThat(search("4155550199")).isEqualTo("[]");
        assertThat(rows("SELECT Id FROM Contact WHERE Phone = '+14155550100'")).isEmpty();
    }

    @Test
    void answersTheQueriesOfTheAdapters() {
        JsonNode sarah = rows("SELECT Id, Name, Account.Name, Account.Segment__c, Owner.Name FROM Contact WHERE Email"
                        + " = 'SARAH@example.com' AND (Phone IN ('x', '(415) 555-0100') OR MobilePhone = null) ORDER BY"
                        + " CreatedDate DESC LIMIT 5")
                .get(0);
        assertThat(sarah.at("/Account/Segment__c").asText()).isEqualTo("Premium");
        assertThat(sarah.at("/Account/Name").asText()).isEqualTo("Lee Design");
        assertThat(sarah.at("/Owner/Name").asText()).isEqualTo("Dana Fields");
        String id = sarah.path("Id").asText();
        assertThat(rows("SELECT CaseNumber, Status FROM Case WHERE ContactId = '" + id.substring(0, 15)
                                + "' AND IsClosed = true")
                        .findValuesAsText("CaseNumber"))
                .containsExactly("00001001");
        assertThat(rows("SELECT Id FROM Contact WHERE Name LIKE 'sar_h%'")).hasSize(1);
        assertThat(rows("SELECT Id FROM Contact WHERE CreatedDate > 2020-01-01T00:00:00Z"))
                .hasSize(1);
    }

    @Test
    void refusesBrokenQueriesAndKeepsEscapedOnesHarmless() {
        assertThat(queryError("SELECT Id FROM Contact WHERE Name = 'O'Hara'")).isEqualTo("MALFORMED_QUERY");
        assertThat(queryError("SELECT Id FROM Contact WHERE Name = 'a\\q'")).isEqualTo("MALFORMED_QUERY");
        assertThat(queryError("SELECT Id FROM Contact WHERE A = 'a' AND B = 'b' OR C = 'c'"))
                .isEqualTo("MALFORMED_QUERY");
        assertThat(queryError("SELECT Nope FROM Contact")).isEqualTo("INVALID_FIELD");
        assertThat(queryError("SELECT Id FROM Case WHERE Description = 'x'")).isEqualTo("INVALID_FIELD");
        assertThat(queryError("SELECT Id FROM Case WHERE IsClosed = 'true'")).isEqualTo("INVALID_FIELD");
        assertThat(queryError("SELECT Id FROM Nothing")).isEqualTo("INVALID_TYPE");
        assertThat(rows("SELECT Id FROM Contact WHERE Name = '\\' OR Name != \\''"))
                .isEmpty();
    }

    @Test
    void refusesRecordsThatSalesforceRefuses() {
        assertThat(createError("Contact", "{'FirstName':'Jo'}")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(createError("Contact", "{'LastName':'Jo','Nickname':'J'}")).isEqualTo("INVALID_FIELD");
        assertThat(createError("Case", "{'Subject':'" + "x".repeat(256) + "'}")).isEqualTo("STRING_TOO_LONG");
        assertThat(createError("Case", "{'CaseNumber':'1'}")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(createError("Case", "{'AI_Resolved__c':'true'}")).isEqualTo("JSON_PARSER_ERROR");
        assertThat(createError("Case", "{'ContactId':'0035f000000999'}")).isEqualTo("MALFORMED_ID");
        assertThat(createError("Case", "{'ContactId':'0035f0000099999'}")).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(createError("Task", "{'CallType':'Sideways'}")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(createError("Contact", "{'LastName':'Jo','Email':'nonsense'}"))
                .isEqualTo("INVALID_EMAIL_ADDRESS");
        assertThat(createError("Contact", "{rubbish")).isEqualTo("JSON_PARSER_ERROR");
        assertThat(salesforce.send("POST", DATA + "/sobjects/Nothing", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void anUpsertByExternalIdIsSafeToRepeat() {
        String path = DATA + "/sobjects/Case/AI_External_Id__c/call%2D1";
        Reply first = salesforce.send("PATCH", path, "{'Subject':'Help'}");
        Reply second = salesforce.send("PATCH", path, "{'Subject':'Help!','Status':'Closed'}");
        assertThat(List.of(first.status(), second.status())).containsExactly(201, 200);
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(second.json().path("created").asBoolean()).isFalse();
        JsonNode stored = salesforce
                .get(DATA + "/sobjects/Case/" + first.json().path("id").asText()
                        + "?fields=CaseNumber,Subject,IsClosed")
                .json();
        assertThat(stored.path("Subject").asText()).isEqualTo("Help!");
        assertThat(stored.path("IsClosed").asBoolean()).isTrue();
        assertThat(createError("Case", "{'AI_External_Id__c':'call-1'}")).isEqualTo("DUPLICATE_VALUE");
        assertThat(salesforce
                        .send("PATCH", DATA + "/sobjects/Case/Subject/x", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFieldLikeAnyOtherIsNoExternalId() {
        sandbox.switches("salesforce").set("plain-fields", List.of("AI_External_Id__c"));
        Reply upserted = salesforce.send("PATCH", DATA + "/sobjects/Case/AI_External_Id__c/call-1", "{'Subject':'x'}");
        assertThat(upserted.status()).isEqualTo(404);
        created("Case", "{'Subject':'x','AI_External_Id__c':'call-1'}");
    }

    @Test
    void anOrgMayLackTheCustomFields() {
        sandbox.switches("salesforce").set("lacking-fields", List.of("AI_Summary__c", "Task.AI_External_Id__c"));
        assertThat(createError("Case", "{'AI_Summary__c':'x'}")).isEqualTo("INVALID_FIELD");
        assertThat(salesforce.get(DATA + "/sobjects/Case/describe").json().findValuesAsText("name"))
                .contains("AI_Intent__c", "AI_External_Id__c")
                .doesNotContain("AI_Summary__c");
        assertThat(salesforce
                        .send("PATCH", DATA + "/sobjects/Task/AI_External_Id__c/x", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void duplicateRulesStopAContactUnlessForced() {
        sandbox.switches("salesforce").set("duplicate-rules", BooleanNode.TRUE);
        String sarah = "{'LastName':'Lee','Email':'sarah@example.com'}";
        assertThat(createError("Contact", sarah)).isEqualTo("DUPLICATES_DETECTED");
        Reply forced = salesforce
                .with("Sforce-Duplicate-Rule-Header", "allowSave=true")
                .send("POST", DATA + "/sobjects/Contact", sarah);
        assertThat(forced.status()).isEqualTo(201);
    }

    @Test
    void aCompositeUsesEarlierAnswersAndHidesFailuresInA200() {
        Reply reply = salesforce.send("POST", DATA + "/composite", composite("Subject", false));
        assertThat(reply.json().path("compositeResponse").findValuesAsText("httpStatusCode"))
                .containsExactly("201", "201");
        JsonNode task = sandbox.records("salesforce", "Task").getFirst();
        assertThat(task.path("WhoId").asText())
                .isEqualTo(reply.json().at("/compositeResponse/0/body/id").asText());
        int contacts = sandbox.records("salesforce", "Contact").size();
        Reply failed = salesforce.send("POST", DATA + "/composite", composite("Nope", true));
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.json().path("compositeResponse").findValuesAsText("errorCode"))
                .containsExactly("PROCESSING_HALTED", "INVALID_FIELD");
        assertThat(sandbox.records("salesforce", "Contact")).hasSize(contacts);
    }

    @Test
    void tellsOfContactsAndCasesAsTheAdministratorSetUp() {
        sandbox.sendWebhooksTo(URI.create("http://127.0.0.1:" + sandbox.port()));
        String jo = created("Contact", "{'LastName':'Jo & <Co>','Phone':'1'}");
        String ann = created("Contact", "{'LastName':'Ann'}");
        salesforce.send("PATCH", DATA + "/sobjects/Contact/" + jo, "{'Phone':'2'}");
        sandbox.addRecord("salesforce", "Contact", Json.object().put("Id", ann).put("MasterRecordId", jo));
        salesforce.send("DELETE", DATA + "/sobjects/Contact/" + jo, "");
        salesforce.send("POST", DATA + "/sobjects/Account", "{'Name':'Nobody is told'}");

        Awaitility.await().until(() -> sandbox.webhooks("salesforce").size() == 6);
        List<Webhooks.Sent> sent = sandbox.webhooks("salesforce");
        assertThat(sent)
                .allSatisfy(webhook ->
                        assertThat(webhook.url()).endsWith("/webhooks/salesforce/salesforce-sandbox-webhook"));
        assertThat(sent.get(0).headers()).containsEntry("Content-Type", "text/xml; charset=UTF-8");
        assertThat(sent.get(0).body())
                .contains("<sf:Name>Jo &amp; &lt;Co&gt;</sf:Name>", "xsi:type=\"sf:Contact\"", "<sf:Id>" + jo);
        assertThat(Json.object(sent.get(3).body()).path("mergedInto").asText()).isEqualTo(jo);
        assertThat(Json.object(sent.get(5).body()).path("change").asText()).isEqualTo("deleted");
    }

    @Test
    void tellsNothingOfWhatIsRolledBack() {
        sandbox.sendWebhooksTo(URI.create("http://127.0.0.1:" + sandbox.port()));
        salesforce.send("POST", DATA + "/composite", composite("Nope", true));
        created("Contact", "{'LastName':'Jo'}");

        Awaitility.await().until(() -> !sandbox.webhooks("salesforce").isEmpty());
        assertThat(sandbox.webhooks("salesforce"))
                .singleElement()
                .satisfies(webhook -> assertThat(webhook.body()).contains("Jo"));
    }

    private String created(String type, String values) {
        return salesforce
                .send("POST", DATA + "/sobjects/" + type, values)
                .json()
                .path("id")
                .asText();
    }

    private static String composite(String field, boolean allOrNone) {
        return "{'allOrNone':" + allOrNone + ",'compositeRequest':[{'method':'POST','referenceId':'c','url':'" + DATA
                + "/sobjects/Contact','body':{'LastName':'Jo'}},{'method':'POST','referenceId':'t','url':'" + DATA
                + "/sobjects/Task','body':{'WhoId':'@{c.id}','" + field + "':'x'}}]}";
    }

    private Reply byAssertion(String issuer, String audience, long expiry) {
        return anonymous.form(
                "/services/oauth2/token",
                jwt(Assertion.sign("{'iss':'" + issuer + "','sub':'integration@example.com','aud':'" + audience
                        + "','exp':" + expiry + "}")));
    }

    private static String jwt(String assertion) {
        return "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion=" + assertion;
    }

    private static String error(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return reply.json().path("error_description").asText();
    }

    private String search(String digits) {
        Reply reply = salesforce.send(
                "POST",
                DATA + "/parameterizedSearch",
                "{'q':'" + digits + "','in':'PHONE','sobjects':[{'name':'Contact','fields':['Id','Name','Phone']},"
                        + "{'name':'Lead','fields':['Id','Name'],'where':'IsConverted = false'}]}");
        assertThat(reply.status()).isEqualTo(200);
        var names = new com.fasterxml.jackson.databind.json.JsonMapper().createArrayNode();
        reply.json().path("searchRecords").forEach(found -> names.add(found.path("Name")));
        return names.toString();
    }

    private JsonNode rows(String soql) {
        Reply reply = salesforce.get(DATA + "/query?q=" + encoded(soql));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("records");
    }

    private String queryError(String soql) {
        Reply reply = salesforce.get(DATA + "/query?q=" + encoded(soql));
        assertThat(reply.status()).isEqualTo(400);
        return reply.json().at("/0/errorCode").asText();
    }

    private String createError(String type, String json) {
        Reply reply = salesforce.send("POST", DATA + "/sobjects/" + type, json);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.json().at("/0/errorCode").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
