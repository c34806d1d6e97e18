package dev.switchboard.sandbox.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubspotSandboxTest {

    private static final String CONTACTS = "/crm/objects/2026-09/contacts";
    private static final String REFRESH = "grant_type=refresh_token&client_id=hubspot-sandbox-client"
            + "&client_secret=hubspot-sandbox-secret&refresh_token=hubspot-sandbox-refresh";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient hubspot;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("hubspot"));
        hubspot = anonymous.authorizedBy("Bearer hubspot-sandbox-key");
    }

    @BeforeEach
    void reset() {
        sandbox.reset("hubspot");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void tellsExpiredTokensFromWrongOnes() {
        String token = anonymous
                .form("/oauth/2026-09/token", REFRESH)
                .json()
                .path("access_token")
                .asText();
        SandboxClient app = anonymous.authorizedBy("Bearer " + token);
        assertThat(app.get("/account-info/2026-09/details").status()).isEqualTo(200);
        sandbox.expireTokens("hubspot");
        assertThat(category(app.get(CONTACTS))).isEqualTo("EXPIRED_AUTHENTICATION");
        assertThat(category(anonymous.authorizedBy("Bearer nonsense").get(CONTACTS)))
                .isEqualTo("INVALID_AUTHENTICATION");
        assertThat(anonymous
                        .form("/oauth/2026-09/token", REFRESH + "x")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("BAD_REFRESH_TOKEN");
    }

    @Test
    void findsAPhoneByItsNationalDigitsOnly() {
        sandbox.switches("hubspot").set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(found("hs_searchable_calculated_phone_number", "EQ", "4155550100"))
                .isOne();
        assertThat(found("hs_searchable_calculated_phone_number", "EQ", "14155550100"))
                .isZero();
        assertThat(found("phone", "EQ", "+14155550100")).isZero();
        assertThat(found("phone", "CONTAINS_TOKEN", "*4155550100")).isZero();
        create("{'phone':'+14155550123'}");
        assertThat(found("hs_searchable_calculated_phone_number", "EQ", "4155550123"))
                .isOne();
        assertThat(found("phone", "CONTAINS_TOKEN", "*4155550123")).isOne();
        create("{'phone':'call me maybe'}");
        assertThat(found("hs_searchable_calculated_phone_number", "NOT_HAS_PROPERTY", ""))
                .isOne();
    }

    @Test
    void readsByEmailWithWhatIsAskedForAndAssociated() {
        JsonNode sarah = hubspot.get(
                        CONTACTS + "/SARAH%40example.com?idProperty=email&properties=phone,segment,nonsense"
                                + "&associations=companies,deals,tickets,calls")
                .json();
        assertThat(sarah.at("/properties/phone").asText()).isEqualTo("(415) 555-0100");
        assertThat(sarah.path("properties").has("firstname")).isFalse();
        assertThat(sarah.path("properties").has("nonsense")).isFalse();
        assertThat(sarah.at("/associations/companies/results")).hasSize(1);
        assertThat(sarah.path("associations").has("calls")).isFalse();
        assertThat(hubspot.get(CONTACTS + "/jo%40example.com?idProperty=email").status())
                .isEqualTo(404);
        assertThat(hubspot.get(CONTACTS + "/x?idProperty=phone").status()).isEqualTo(400);
    }

    @Test
    void aSecondContactWithAnEmailIsAConflictThatNamesTheFirst() {
        Reply conflict = post("{'email':'Sarah@Example.com'}");
        assertThat(conflict.status()).isEqualTo(409);
        String sarah =
                sandbox.records("hubspot", "contacts").getFirst().path("id").asText();
        assertThat(conflict.json().path("message").asText()).isEqualTo("Contact already exists. Existing ID: " + sarah);
        assertThat(post("{'phone':'(415) 555-0100'}").status()).isEqualTo(201);
        assertThat(post("{'ai_contact_key':'k'}").status()).isEqualTo(201);
        assertThat(code(post("{'ai_contact_key':'k'}"))).isEqualTo("CONFLICTING_UNIQUE_VALUE");
    }

    @Test
    void aPropertyWithoutUniqueValuesKeepsNobodyApartAndFindsNobody() {
        sandbox.switches("hubspot").set("not-unique-fields", List.of("ai_contact_key"));
        create("{'ai_contact_key':'k'}");
        create("{'ai_contact_key':'k'}");
        assertThat(send(CONTACTS + "/batch/read", "{'idProperty':'ai_contact_key','inputs':[{'id':'k'}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hidesTheTroubleOfABatchInA207() {
        sandbox.switches("hubspot").set("failing-batches", IntNode.valueOf(1));
        String sarah = "{'idProperty':'email','inputs':[{'id':'sarah@example.com'}]}";
        Reply failed = send(CONTACTS + "/batch/read", sarah);
        assertThat(failed.status()).isEqualTo(207);
        assertThat(failed.json().at("/errors/0/category").asText()).isEqualTo("INTERNAL_ERROR");
        assertThat(send(CONTACTS + "/batch/read", sarah).status()).isEqualTo(200);
    }

    @Test
    void refusesPropertiesThatHubspotRefuses() {
        assertThat(code(post("{'nickname':'x'}"))).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(code(post("{'lifecyclestage':'friend'}"))).isEqualTo("INVALID_OPTION");
        assertThat(code(post("{'email':'nonsense'}"))).isEqualTo("INVALID_EMAIL");
        assertThat(code(post("{'hs_object_id':'1'}"))).isEqualTo("READ_ONLY_VALUE");
        assertThat(code(send("/crm/objects/2026-09/calls", "{'properties':{'hs_call_title':'x'}}")))
                .isEqualTo("MISSING_REQUIRED_PROPERTY");
        assertThat(code(send("/crm/objects/2026-09/calls", "{'properties':{'hs_timestamp':'yesterday'}}")))
                .isEqualTo("INVALID_DATE");
        assertThat(send(CONTACTS, "{rubbish").status()).isEqualTo(400);
        assertThat(hubspot.get("/crm/objects/v9/contacts").status()).isEqualTo(404);
        sandbox.switches("hubspot").set("required-properties", List.of("contacts.lastname"));
        assertThat(code(post("{'firstname':'Jo'}"))).isEqualTo("MISSING_REQUIRED_PROPERTY");
        sandbox.switches("hubspot").set("lacking-fields", List.of("contacts.ai_contact_key"));
        assertThat(code(post("{'lastname':'x','ai_contact_key':'k'}"))).isEqualTo("PROPERTY_DOESNT_EXIST");
    }

    @Test
    void aCallNeedsTheAssociationTypeOfItsContact() {
        String sarah =
                sandbox.records("hubspot", "contacts").getFirst().path("id").asText();
        String call = "{'properties':{'hs_timestamp':'2026-11-22T10:00:00Z','hs_call_duration':'184000'},"
                + "'associations':[{'to':{'id':'" + sarah + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED',"
                + "'associationTypeId':194}]}]}";
        assertThat(send("/crm/objects/2026-09/calls", call.replace("194", "202"))
                        .status())
                .isEqualTo(400);
        assertThat(send("/crm/objects/2026-09/calls", call.replace("'" + sarah + "'", "'9'"))
                        .status())
                .isEqualTo(400);
        String id = send("/crm/objects/2026-09/calls", call).json().path("id").asText();
        Reply read = send("/crm/associations/2026-09/contacts/calls/batch/read", "{'inputs':[{'id':'" + sarah + "'}]}");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().at("/results/0/to/0/toObjectId").asText()).isEqualTo(id);
        Reply none = send(
                "/crm/associations/2026-09/contacts/communications/batch/read", "{'inputs':[{'id':'" + sarah + "'}]}");
        assertThat(none.status()).isEqualTo(207);
        assertThat(none.json().path("numErrors").asInt()).isOne();
    }

    @Test
    void upsertsByEmailAndReadsInBatches() {
        String inputs = "{'inputs':[{'id':'sarah@example.com','idProperty':'email','properties':{'jobtitle':'Owner'}},"
                + "{'id':'jo@example.com','idProperty':'email','properties':{'firstname':'Jo'}}]}";
        Reply upserted = send(CONTACTS + "/batch/upsert", inputs);
        assertThat(upserted.json().path("results").findValuesAsText("new")).containsExactly("false", "true");
        assertThat(send(CONTACTS + "/batch/upsert", inputs)
                        .json()
                        .path("results")
                        .findValuesAsText("new"))
                .containsExactly("false", "false");
        Reply read = send(
                CONTACTS + "/batch/read",
                "{'idProperty':'email','properties':['jobtitle'],'inputs':[{'id':'sarah@example.com'},{'id':'x@y.zz'}]}");
        assertThat(read.status()).isEqualTo(207);
        assertThat(read.json().at("/results/0/properties/jobtitle").asText()).isEqualTo("Owner");
    }

    @Test
    void theSearchIndexLagsWhileReadsDoNot() {
        create("{'email':'jo@example.com'}");
        assertThat(found("email", "EQ", "jo@example.com")).isZero();
        assertThat(hubspot.get(CONTACTS + "/jo%40example.com?idProperty=email").status())
                .isEqualTo(200);
        sandbox.addRecord("hubspot", "contacts", Json.object().put("email", "typed@example.com"));
        assertThat(found("email", "EQ", "typed@example.com")).isOne();
    }

    @Test
    void mergesAndDeletes() {
        String sarah =
                sandbox.records("hubspot", "contacts").getFirst().path("id").asText();
        String other =
                post("{'firstname':'S.','jobtitle':'Owner'}").json().path("id").asText();
        String merge = "{'primaryObjectId':'" + sarah + "','objectIdToMerge':'" + other + "'}";
        assertThat(send(CONTACTS + "/merge", merge).status()).isEqualTo(200);
        assertThat(send(CONTACTS + "/merge", merge).status()).isEqualTo(400);
        JsonNode kept = hubspot.get(CONTACTS + "/" + other + "?properties=firstname,jobtitle")
                .json();
        assertThat(kept.path("id").asText()).isEqualTo(sarah);
        assertThat(kept.at("/properties/firstname").asText()).isEqualTo("Sarah");
        assertThat(kept.at("/properties/jobtitle").asText()).isEqualTo("Owner");
        assertThat(hubspot.send("DELETE", CONTACTS + "/" + sarah, "").status()).isEqualTo(204);
        assertThat(hubspot.get(CONTACTS + "/" + sarah).status()).isEqualTo(404);
    }

    @Test
    void refusesForTheRestOfTheDay() {
        assertThat(hubspot.get(CONTACTS).header("X-HubSpot-RateLimit-Daily")).isEqualTo("625000");
        sandbox.switches("hubspot").set("daily-limit", IntNode.valueOf(0));
        assertThat(hubspot.get(CONTACTS).json().path("policyName").asText()).isEqualTo("DAILY");
    }

    @Test
    void refusesSearchesThatAreTooLargeOrUnknown() {
        String filter = "{'propertyName':'email','operator':'EQ','value':'x'}";
        String group = "{'filters':[" + filter + "]}";
        String six = String.join(",", java.util.Collections.nCopies(6, group));
        assertThat(search("{'filterGroups':[" + six + "]}").status()).isEqualTo(400);
        assertThat(search("{'limit':201}").status()).isEqualTo(400);
        assertThat(search("{'filterGroups':[" + group.replace("email", "nope") + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(search("{'filterGroups':[" + group.replace("EQ", "IS") + "]}")
                        .status())
                .isEqualTo(400);
        assertThat(search("{'query':'lee','limit':1}").header("X-HubSpot-RateLimit-Max"))
                .isEmpty();
        assertThat(hubspot.get(CONTACTS).header("X-HubSpot-RateLimit-Max")).isEqualTo("190");
        sandbox.switches("hubspot").set("search-limit-per-second", IntNode.valueOf(0));
        assertThat(search("{}").json().path("policyName").asText()).isEqualTo("SECONDLY");
    }

    private int found(String property, String operator, String value) {
        return search("{'filterGroups':[{'filters':[{'propertyName':'" + property + "','operator':'" + operator
                        + "','value':'" + value + "'}]}]}")
                .json()
                .path("total")
                .asInt(-1);
    }

    private Reply search(String body) {
        return send(CONTACTS + "/search", body);
    }

    private Reply post(String properties) {
        return send(CONTACTS, "{'properties':" + properties + "}");
    }

    private void create(String properties) {
        assertThat(post(properties).status()).isEqualTo(201);
    }

    private Reply send(String path, String body) {
        return hubspot.send("POST", path, body);
    }

    private static String category(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        return reply.json().path("category").asText();
    }

    private static String code(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        return reply.json().at("/errors/0/code").asText();
    }
}
