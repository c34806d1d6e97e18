package dev.switchboard.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.SandboxClient.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipedriveSandboxTest {

    private static final String PERSONS = "/api/v2/persons";
    private static final String REFRESH = "grant_type=refresh_token&refresh_token=pipedrive-sandbox-refresh";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient pipedrive;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("pipedrive"));
        pipedrive = anonymous.with("x-api-token", "pipedrive-sandbox-token");
    }

    @BeforeEach
    void reset() {
        sandbox.reset("pipedrive");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void takesApiTokensInTheHeaderOnly() {
        assertThat(pipedrive
                        .get("/api/v1/users/me")
                        .json()
                        .at("/data/company_domain")
                        .asText())
                .isEqualTo("lee");
        Reply refused = anonymous.get("/api/v1/users/me?api_token=pipedrive-sandbox-token");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("errorCode").asInt()).isEqualTo(401);
    }

    @Test
    void givesAccessTokensForARefreshTokenThatStays() {
        String pair = Base64.getEncoder()
                .encodeToString("pipedrive-sandbox-client:pipedrive-sandbox-secret".getBytes(StandardCharsets.UTF_8));
        SandboxClient app = anonymous.authorizedBy("Basic " + pair);
        JsonNode token = app.form("/oauth/token", REFRESH).json();
        assertThat(token.path("expires_in").asInt()).isEqualTo(3_599);
        assertThat(token.path("api_domain").asText()).isEqualTo(sandbox.baseUrl("pipedrive"));
        SandboxClient signedIn =
                anonymous.authorizedBy("Bearer " + token.path("access_token").asText());
        assertThat(signedIn.get(PERSONS).status()).isEqualTo(200);
        sandbox.expireTokens("pipedrive");
        assertThat(signedIn.get(PERSONS).status()).isEqualTo(401);
        assertThat(app.form("/oauth/token", REFRESH).status()).isEqualTo(200);
        assertThat(app.form("/oauth/token", REFRESH + "x").json().path("error").asText())
                .isEqualTo("invalid_grant");
        assertThat(anonymous.form("/oauth/token", REFRESH).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/persons,410",
        "/api/v1/persons/search,410",
        "/api/v1/deals,410",
        "/api/v1/activities,410",
        "/api/v1/itemSearch,410",
        "/api/v2/notes,404",
        "/api/v2/callLogs,404",
        "/api/v2/users/me,404",
        "/api/v2/activityTypes,404",
        "/api/v1/notes,200",
        "/api/v1/activityTypes,200",
        "/api/v2/personFields,200"
    })
    void splitsItsEndpointsOverTwoVersions(String path, int status) {
        assertThat(pipedrive.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "%28415%29%20555-0100,true,1",
        "%2B14155550100,true,0",
        "4155550100,true,0",
        "4155550100,false,1",
        "555-0100,false,1",
        "14155550100,false,0"
    })
    void comparesNumbersAsTheyAreStoredUnlessAskedForParts(String term, boolean exact, int hits) {
        assertThat(found("term=" + term + "&fields=phone&exact_match=" + exact)).isEqualTo(hits);
    }

    @Test
    void findsNothingByANumbersEndWhereDigitsAreWords() {
        assertThat(found("term=5550100&fields=phone")).isOne();
        sandbox.switches("pipedrive").set("search-by-words", BooleanNode.TRUE);
        assertThat(found("term=5550100&fields=phone")).isZero();
    }

    @Test
    void listsActivitiesThatChangedSince() {
        assertThat(pipedrive
                        .get("/api/v2/activities?updated_since=2000-01-01T00:00:00Z")
                        .json()
                        .path("data"))
                .isNotEmpty();
        assertThat(pipedrive
                        .get("/api/v2/activities?updated_since=2100-01-01T00:00:00Z")
                        .json()
                        .path("data"))
                .isEmpty();
    }

    @Test
    void searchesOnlyWhatIsAskedFor() {
        assertThat(found("term=SARAH%40Example.com&fields=email&exact_match=true"))
                .isOne();
        assertThat(found("term=sarah%40example.com&fields=phone&exact_match=true"))
                .isZero();
        assertThat(pipedrive.get(PERSONS + "/search?term=x&fields=phone").status())
                .isEqualTo(400);
        assertThat(pipedrive.get(PERSONS + "/search?term=xx&fields=telephone").status())
                .isEqualTo(400);
    }

    @Test
    void seesANewPersonInTheListAtOnceAndInTheSearchLater() {
        create("{'name':'Ana','phones':[{'value':'+14155550123'}]}");
        assertThat(found("term=%2B14155550123&fields=phone&exact_match=true")).isZero();
        JsonNode newest = pipedrive
                .get(PERSONS + "?sort_by=add_time&sort_direction=desc&limit=1")
                .json();
        assertThat(newest.at("/data/0/name").asText()).isEqualTo("Ana");
        assertThat(newest.at("/additional_data/next_cursor").asText()).isNotEmpty();
        sandbox.switches("pipedrive").set("search-lag-seconds", IntNode.valueOf(0));
        assertThat(found("term=%2B14155550123&fields=phone&exact_match=true")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'phones':[{'value':'+1'}]}",
                "{'name':'x','phone':'+14155550123'}",
                "{'name':'x','phones':['+14155550123']}",
                "{'name':'x','owner_id':999}",
                "{'name':'x','custom_fields':{'Segment':37}}",
                "{'name':'x','label_ids':[9]}"
            })
    void refusesWhatV2Refuses(String person) {
        Reply refused = create(person);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo("ERR_SCHEMA_VALIDATION_FAILED");
    }

    @Test
    void knowsCustomFieldsByTheirHash() {
        JsonNode fields = pipedrive.get("/api/v2/personFields").json().path("data");
        JsonNode segment = fields.valueStream()
                .filter(field -> field.path("field_name").asText().equals("Segment"))
                .findFirst()
                .orElseThrow();
        String hash = segment.path("field_code").asText();
        assertThat(hash).matches("[0-9a-f]{40}");
        assertThat(create("{'name':'x','custom_fields':{'" + hash + "':37}}").status())
                .isEqualTo(200);
        assertThat(create("{'name':'x','custom_fields':{'" + hash + "':'Premium'}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void linksAnActivityByItsParticipantAndNotByAPersonId() {
        String path = "/api/v2/activities";
        post(path, "{'subject':'a','type':'call','person_id':1201}");
        post(path, "{'subject':'b','type':'call','participants':[{'person_id':1201,'primary':true}]}");
        JsonNode done = pipedrive
                .get(path + "?person_id=1201&sort_by=id&sort_direction=desc")
                .json();
        assertThat(done.at("/data/0/subject").asText()).isEqualTo("b");
        assertThat(done.path("data")).hasSize(2);
        assertThat(post(path, "{'subject':'c','type':'lunch'}").status()).isEqualTo(400);
        assertThat(post(path, "{'subject':'c','type':'call','duration':'PT3M'}").status())
                .isEqualTo(400);
    }

    @Test
    void listsNotesAsVersionOneDoes() {
        String sarahs = "/api/v1/notes?person_id=1201&limit=1&sort=";
        assertThat(pipedrive.get(sarahs + "add_time%20DESC").json().path("data").isNull())
                .as("nothing in it")
                .isTrue();
        post("/api/v1/notes", "{'content':'a','person_id':1201}");
        post("/api/v1/notes", "{'content':'b','person_id':1201}");
        JsonNode newest = pipedrive.get(sarahs + "add_time%20DESC").json();
        assertThat(newest.at("/data/0/content").asText()).isEqualTo("b");
        assertThat(newest.path("data")).hasSize(1);
        assertThat(newest.at("/additional_data/pagination/more_items_in_collection")
                        .asBoolean())
                .isTrue();
        assertThat(pipedrive.get(sarahs + "add_time").status()).isEqualTo(400);
    }

    @Test
    void keepsOfANoteWhatIsHarmless() {
        Reply note = post(
                "/api/v1/notes", "{'content':'<b>Hi</b><script>x()</script><img src=1> &lt;b&gt;','person_id':1201}");
        assertThat(note.json().at("/data/content").asText()).isEqualTo("<b>Hi</b> &lt;b&gt;");
        assertThat(post("/api/v1/notes", "{'content':'x'}").status()).isEqualTo(400);
        String long101 = "x".repeat(101 * 1024);
        assertThat(post("/api/v1/notes", "{'content':'" + long101 + "','person_id':1201}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesCallsInTheFormOfItsText() {
        String call = "{'to_phone_number':'+1','outcome':'connected','start_time':'2026-11-22 10:00:00',"
                + "'end_time':'2026-11-22 10:03:04','duration':'184','person_id':1201}";
        assertThat(post("/api/v1/callLogs", call).json().at("/data/id").asText())
                .matches("[0-9a-f]{32}");
        assertThat(post("/api/v1/callLogs", call.replace("'184'", "184")).status())
                .isEqualTo(400);
        assertThat(post("/api/v1/callLogs", call.replace("10:00:00", "T10:00:00Z"))
                        .status())
                .isEqualTo(400);
        assertThat(post("/api/v1/callLogs", call.replace("connected", "answered"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void countsTokensAndSaysWhatIsLeft() {
        Reply first = pipedrive.get("/api/v1/users/me");
        Reply second = pipedrive.get(PERSONS + "/search?term=xx&fields=name");
        assertThat(Integer.parseInt(first.header("x-daily-ratelimit-token-remaining"))
                        - Integer.parseInt(second.header("x-daily-ratelimit-token-remaining")))
                .isEqualTo(20);
        assertThat(first.header("x-ratelimit-limit")).isEqualTo("20");
        sandbox.switches("pipedrive").set("daily-tokens", IntNode.valueOf(30));
        Reply spent = pipedrive.get("/api/v1/notes");
        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.header("x-daily-ratelimit-token-remaining")).isEqualTo("0");
    }

    @Test
    void allowsTenSearchesInTwoSeconds() {
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            Reply reply = pipedrive.get(PERSONS + "/search?term=xx&fields=name");
            refused += reply.status() == 429 && !reply.header("Retry-After").isEmpty() ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(pipedrive.get(PERSONS).status()).isEqualTo(200);
    }

    @Test
    void bansInHtml() {
        sandbox.switches("pipedrive").set("banned", BooleanNode.TRUE);
        Reply banned = pipedrive.get(PERSONS);
        assertThat(banned.status()).isEqualTo(403);
        assertThat(banned.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void tellsADeletedPersonAsDeleted() {
        assertThat(pipedrive.send("DELETE", PERSONS + "/1201", "").status()).isEqualTo(200);
        assertThat(pipedrive
                        .get(PERSONS + "/1201")
                        .json()
                        .at("/data/is_deleted")
                        .asBoolean())
                .isTrue();
        assertThat(found("term=sarah%40example.com&fields=email&exact_match=true"))
                .isZero();
        assertThat(pipedrive.get(PERSONS + "/99").status()).isEqualTo(404);
    }

    @Test
    void mergesIntoTheOneThatIsLeft() {
        JsonNode other = sandbox.addRecord(
                "pipedrive", "persons", Json.object("{\"name\":\"S. Lee\",\"phones\":[{\"value\":\"+14155550177\"}]}"));
        sandbox.addRecord(
                "pipedrive",
                "merges",
                Json.object().put("id", other.path("id").asInt()).put("merge_with_id", 1201));
        assertThat(pipedrive.get(PERSONS + "/1201").json().at("/data/phones")).hasSize(2);
        assertThat(found("term=%2B14155550177&fields=phone&exact_match=true")).isOne();
    }

    private int found(String query) {
        return pipedrive
                .get(PERSONS + "/search?" + query)
                .json()
                .at("/data/items")
                .size();
    }

    private Reply create(String person) {
        return post(PERSONS, person);
    }

    private Reply post(String path, String body) {
        return pipedrive.send("POST", path, body);
    }
}
