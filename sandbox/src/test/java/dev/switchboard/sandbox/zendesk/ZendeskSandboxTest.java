package dev.switchboard.sandbox.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
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
class ZendeskSandboxTest {

    private static final String ALL = "tickets:read tickets:write users:read users:write hc:read";

    private Sandbox sandbox;
    private SandboxClient anonymous;
    private SandboxClient zendesk;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(0);
        anonymous = SandboxClient.of(sandbox.baseUrl("zendesk"));
    }

    @BeforeEach
    void reset() {
        sandbox.reset("zendesk");
        zendesk = anonymous.authorizedBy(
                "Bearer " + token(ALL).path("access_token").asText());
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void dropsUnknownScopesSilentlyAndForbidsLater() {
        JsonNode answer = token("tickets:read ticket:write");
        assertThat(answer.path("scope").asText()).isEqualTo("tickets:read");
        SandboxClient reader =
                anonymous.authorizedBy("Bearer " + answer.path("access_token").asText());
        assertThat(reader.get("/api/v2/tickets/count").status()).isEqualTo(200);
        assertThat(reader.send("POST", "/api/v2/tickets", "{'ticket':{'comment':{'body':'x'}}}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesWrongSecretsAndExpiredTokens() {
        String wrong = "{'grant_type':'client_credentials','client_id':'zendesk-sandbox-client','client_secret':'x'}";
        assertThat(anonymous.send("POST", "/oauth/tokens", wrong).status()).isEqualTo(401);
        sandbox.expireTokens("zendesk");
        Reply reply = zendesk.get("/api/v2/tickets/count");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asText()).isEqualTo("invalid_token");
        assertThat(anonymous.get("/api/v2/tickets/count").json().path("error").asText())
                .isEqualTo("Couldn't authenticate you");
    }

    @Test
    void answersTheSameKeyOnceAndRefusesAnotherBody() {
        SandboxClient keyed = zendesk.with("Idempotency-Key", "call-1");
        String body = "{'ticket':{'subject':'Help','comment':{'body':'x'}}}";
        Reply first = keyed.send("POST", "/api/v2/tickets", body);
        Reply second = keyed.send("POST", "/api/v2/tickets", body);
        assertThat(List.of(first.status(), second.status())).containsExactly(201, 201);
        assertThat(List.of(first.header("x-idempotency-lookup"), second.header("x-idempotency-lookup")))
                .containsExactly("miss", "hit");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(sandbox.records("zendesk", "tickets")).hasSize(2);
        Reply other = keyed.send("POST", "/api/v2/tickets", body.replace("Help", "Else"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("error").asText()).isEqualTo("IdempotentRequestError");
    }

    @Test
    void aTicketThatBeginsInPrivateStaysPrivate() {
        String id = create("{'ticket':{'comment':{'body':'x','public':false},'tags':['AI-Created','two words']}}");
        zendesk.send("PUT", "/api/v2/tickets/" + id, "{'ticket':{'comment':{'body':'y'}}}");
        zendesk.send("PUT", "/api/v2/tickets/" + id, "{'ticket':{'comment':{'body':'z','public':true}}}");
        JsonNode comments = zendesk.get("/api/v2/tickets/" + id + "/comments?sort_order=desc")
                .json()
                .path("comments");
        assertThat(comments.findValuesAsText("body")).containsExactly("z", "y", "x");
        assertThat(comments.findValuesAsText("public")).containsExactly("true", "false", "false");
        JsonNode tags =
                zendesk.get("/api/v2/tickets/" + id).json().path("ticket").path("tags");
        assertThat(tags.toString()).isEqualTo("[\"ai-created\",\"two\",\"words\"]");
    }

    @Test
    void refusesTicketsThatZendeskRefuses() {
        assertInvalid("{'ticket':{'subject':'x'}}", "base");
        assertInvalid("{'ticket':{'comment':{'body':'x'},'priority':'High'}}", "priority");
        assertInvalid("{'ticket':{'comment':{'body':'x'},'requester_id':5}}", "requester");
        assertInvalid("{'ticket':{'comment':{'body':'x'},'tags':['" + "x".repeat(256) + "']}}", "tags");
        assertInvalid("{'ticket':{'comment':{'body':'x'},'requester':{'name':'Jo'}}}", "requester");
        assertThat(zendesk.send("POST", "/api/v2/tickets", "{'subject':'x'}").status())
                .isEqualTo(400);
        assertThat(zendesk.send("POST", "/api/v2/tickets", "{rubbish").status()).isEqualTo(400);
        assertThat(zendesk.form("/api/v2/tickets", "a=b").status()).isEqualTo(415);
    }

    @Test
    void safeUpdateAndClosedTicketsProtectWhatIsThere() {
        String stale = "{'ticket':{'safe_update':true,'updated_stamp':'2001-01-01T00:00:00Z','comment':{'body':'x'}}}";
        String id = create("{'ticket':{'comment':{'body':'x'}}}");
        assertThat(zendesk.send("PUT", "/api/v2/tickets/" + id, stale).status()).isEqualTo(409);
        Reply closed = zendesk.send("PUT", "/api/v2/tickets/11873", "{'ticket':{'comment':{'body':'x'}}}");
        assertThat(closed.status()).isEqualTo(422);
        assertThat(zendesk.get("/api/v2/tickets/99").json().path("error").asText())
                .isEqualTo("RecordNotFound");
        assertThat(zendesk.get("/api/v2/nothing").json().path("error").asText()).isEqualTo("InvalidEndpoint");
    }

    @Test
    void aRawPlusInAPhoneSearchFindsNobody() {
        assertThat(found("phone:+14155550100")).isZero();
        assertThat(found("phone:%2B14155550100")).isOne();
        assertThat(found("phone:14155550100")).isOne();
        assertThat(found("phone:*155550100")).isOne();
        assertThat(found("email:%22sarah@example.com%22")).isOne();
        assertThat(found("phone:14155550199")).isZero();
    }

    @Test
    void createOrUpdateMatchesByEmailButNotByPhone() {
        String byEmail = "{'user':{'name':'Sarah L.','email':'SARAH@example.com','skip_verify_email':true}}";
        assertThat(zendesk.send("POST", "/api/v2/users/create_or_update", byEmail)
                        .status())
                .isEqualTo(200);
        String byPhone = "{'user':{'name':'Sarah','phone':'+14155550100'}}";
        assertThat(zendesk.send("POST", "/api/v2/users/create_or_update", byPhone)
                        .status())
                .isEqualTo(201);
        assertThat(sandbox.records("zendesk", "verification_emails")).isEmpty();
        zendesk.send("POST", "/api/v2/users/create_or_update", "{'user':{'name':'Jo','email':'jo@example.com'}}");
        assertThat(sandbox.records("zendesk", "verification_emails")).hasSize(1);
        Reply twice = zendesk.send("POST", "/api/v2/users", "{'user':{'name':'J','email':'jo@example.com'}}");
        assertThat(twice.json().at("/details/email/0/error").asText()).isEqualTo("DuplicateValue");
    }

    @Test
    void showsInternalArticlesToAgentsOnly() {
        String path = "/api/v2/help_center/articles/search?query=refund";
        assertThat(anonymous.get(path).json().path("results").findValuesAsText("title"))
                .containsExactly("How do I return an item?");
        assertThat(zendesk.get(path).json().path("results")).hasSize(2);
        JsonNode returns = anonymous
                .get("/api/v2/help_center/articles/search?query=How%20do%20I%20return%20an%20item%3F")
                .json();
        assertThat(returns.at("/results/0/snippet").asText()).contains("<em>return</em>");
        assertThat(anonymous
                        .get("/api/v2/help_center/articles/search?locale=en-us")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void findsAUserByEachOfTheirNumbers() {
        String sarah = sandbox.records("zendesk", "users").get(1).path("id").asText();
        zendesk.send(
                "POST",
                "/api/v2/users/" + sarah + "/identities",
                "{'identity':{'type':'phone_number','value':'+14155550177'}}");
        Reply found = zendesk.get("/api/v2/users/search?query=phone:14155550177");
        assertThat(found.json().at("/users/0/phone").asText()).isEqualTo("+14155550100");
        assertThat(zendesk.get("/api/v2/users/" + sarah + "/identities").json().path("identities"))
                .hasSize(1);
    }

    @Test
    void limitsUpdatesInABucketOfTheirOwn() {
        sandbox.switches("zendesk").set("updates-per-minute", IntNode.valueOf(0));
        Reply reply = zendesk.send("PUT", "/api/v2/tickets/11873", "{'ticket':{}}");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("zendesk-ratelimit-tickets-update")).startsWith("total=0; remaining=0; resets=");
    }

    @Test
    void tellsAndEnforcesTheRateLimit() {
        assertThat(zendesk.get("/api/v2/tickets/count").header("X-Rate-Limit")).isEqualTo("2500");
        sandbox.switches("zendesk").set("rate-limit-per-minute", IntNode.valueOf(0));
        Reply limited = zendesk.get("/api/v2/tickets/count");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void findsTicketsByExternalIdAndBySearch() {
        create("{'ticket':{'external_id':'call-7','subject':'Broken lamp','comment':{'body':'x'},"
                + "'requester':{'name':'Sarah Lee','email':'sarah@example.com'}}}");
        assertThat(zendesk.get("/api/v2/tickets?external_id=call-7")
                        .json()
                        .path("count")
                        .asInt())
                .isOne();
        String query = "/api/v2/search?query=type:ticket%20requester:sarah@example.com%20status%3Csolved";
        assertThat(zendesk.get(query).json().path("results").findValuesAsText("subject"))
                .containsExactly("Broken lamp");
        assertThat(zendesk.get(query + "&page=11").status()).isEqualTo(422);
        assertThat(anonymous.get("/api/v2/users/me").json().at("/user/name").asText())
                .isEqualTo("Anonymous user");
    }

    @Test
    void attachesAnUploadToOneCommentOnly() {
        String token = zendesk.send("POST", "/api/v2/uploads?filename=call.txt", "a long transcript")
                .json()
                .at("/upload/token")
                .asText();
        String body = "{'ticket':{'comment':{'body':'x','uploads':['" + token + "']}}}";
        String id = create(body);
        JsonNode comment =
                zendesk.get("/api/v2/tickets/" + id + "/comments").json().at("/comments/0");
        assertThat(comment.at("/attachments/0/file_name").asText()).isEqualTo("call.txt");
        assertThat(sandbox.records("zendesk", "attachments")
                        .getFirst()
                        .path("content")
                        .asText())
                .isEqualTo("a long transcript");
        assertInvalid(body, "attachment");
    }

    @Test
    void listsWhatARequesterAskedForNewestFirst() {
        String sarah = zendesk.get("/api/v2/tickets/11873")
                .json()
                .at("/ticket/requester_id")
                .asText();
        String id = create("{'ticket':{'requester_id':" + sarah + ",'comment':{'body':'x'}}}");
        assertThat(zendesk.get("/api/v2/users/" + sarah + "/tickets/requested?sort_order=desc")
                        .json()
                        .path("tickets")
                        .findValuesAsText("id"))
                .containsExactly(id, "11873");
        assertThat(zendesk.get("/api/v2/users/5/tickets/requested").status()).isEqualTo(404);
    }

    private int found(String query) {
        return zendesk.get("/api/v2/users/search?query=" + query)
                .json()
                .path("count")
                .asInt();
    }

    private String create(String body) {
        Reply reply = zendesk.send("POST", "/api/v2/tickets", body);
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().at("/ticket/id").asText();
    }

    private void assertInvalid(String body, String field) {
        Reply reply = zendesk.send("POST", "/api/v2/tickets", body);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("details").has(field)).isTrue();
    }

    private JsonNode token(String scope) {
        String body = "{'grant_type':'client_credentials','client_id':'zendesk-sandbox-client',"
                + "'client_secret':'zendesk-sandbox-secret','scope':'" + scope + "'}";
        return anonymous.send("POST", "/oauth/tokens", body).json();
    }
}
