package dev.switchboard.sandbox.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.WebhookReceiver;
import dev.switchboard.sandbox.WebhookReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessRuleTest {

    private static final String INCIDENTS = "/api/now/v2/table/incident";

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxClient agent = SandboxClient.of(sandbox.baseUrl("servicenow"))
            .authorizedBy(basic("beth.anglin:servicenow-sandbox-agent"))
            .with("Accept", "application/json");

    @BeforeEach
    void subscribe() {
        sandbox.sendWebhooksTo(receiver.address());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void tellsThatAnAgentOpenedAndSolvedAnIncident() {
        String sysId = agent.send("POST", INCIDENTS, "{'short_description':'x'}")
                .json()
                .at("/result/sys_id")
                .asText();
        agent.send("PUT", INCIDENTS + "/" + sysId, "{'state':'6','close_code':'Solved','close_notes':'done'}");
        JsonNode opened = Json.parse(receiver.next().body());
        Received second = receiver.next();
        JsonNode solved = Json.parse(second.body());
        assertThat(opened.path("event").asText()).isEqualTo("incident.created");
        assertThat(opened.path("sys_mod_count").asText()).isEqualTo("0");
        assertThat(solved.path("event").asText()).isEqualTo("incident.updated");
        assertThat(solved.path("sys_id").asText()).isEqualTo(sysId);
        assertThat(solved.path("state").asText()).isEqualTo("6");
        assertThat(solved.path("sys_updated_by").asText()).isEqualTo("beth.anglin");
        assertThat(solved.path("sys_mod_count").asText()).isEqualTo("1");
        String signed = second.header("X-Timestamp") + "." + second.body();
        assertThat(second.header("X-Signature"))
                .isEqualTo(Hmac.base64("HmacSHA256", "servicenow-sandbox-signing-secret", signed));
        assertThat(second.header("Authorization")).isEmpty();
    }

    @Test
    void logsInWhereItCannotSign() {
        sandbox.switches("servicenow").set("rule-logs-in", BooleanNode.TRUE);
        agent.send("POST", INCIDENTS, "{'short_description':'x'}");
        Received opened = receiver.next();
        assertThat(opened.header("Authorization")).isEqualTo(basic("switchboard:servicenow-sandbox-webhook"));
        assertThat(opened.header("X-Signature")).isEmpty();
    }

    @Test
    void tellsWhatBecomesOfACaller() {
        String people = "/api/now/v2/table/sys_user";
        String sysId = agent.send("POST", people, "{'last_name':'Hall'}")
                .json()
                .at("/result/sys_id")
                .asText();
        agent.send("PATCH", people + "/" + sysId, "{'mobile_phone':'+14155550177'}");
        assertThat(agent.send("DELETE", people + "/" + sysId, "").status()).isEqualTo(204);
        assertThat(receiver.next(3))
                .extracting(told -> Json.parse(told.body()))
                .allSatisfy(told -> assertThat(told.path("sys_id").asText()).isEqualTo(sysId))
                .extracting(told -> told.path("event").asText())
                .containsExactly("contact.created", "contact.updated", "contact.deleted");
    }

    @Test
    void tellsOfCasesByTheirName() {
        sandbox.addRecord("servicenow", "sn_customerservice_case", Json.object().put("short_description", "x"));
        assertThat(Json.parse(receiver.next().body()).path("event").asText()).isEqualTo("case.created");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
