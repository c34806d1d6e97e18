package dev.switchboard.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.WebhookReceiver;
import dev.switchboard.sandbox.WebhookReceiver.Received;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshdeskAutomationTest {

    private static final String KEY =
            "Basic " + Base64.getEncoder().encodeToString("freshdesk-sandbox-key:X".getBytes(StandardCharsets.UTF_8));

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxClient freshdesk =
            SandboxClient.of(sandbox.baseUrl("freshdesk")).authorizedBy(KEY);

    @BeforeEach
    void automate() {
        sandbox.sendWebhooksTo(receiver.address());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void callsTheSecretAddressWheneverATicketChanges() {
        String ticket = open();
        freshdesk.send("PUT", "/api/v2/tickets/" + ticket, "{'status':4}");
        freshdesk.send("POST", "/api/v2/tickets/" + ticket + "/notes", "{'body':'x'}");
        List<Received> received = receiver.next(3);
        assertThat(received).extracting(Received::path).containsOnly("/webhooks/freshdesk/freshdesk-sandbox-webhook");
        List<JsonNode> bodies =
                received.stream().map(each -> Json.parse(each.body())).toList();
        assertThat(bodies)
                .extracting(body -> body.path("status").asText())
                .containsExactly("Open", "Resolved", "Resolved");
        assertThat(bodies)
                .extracting(body -> body.path("event").asText())
                .containsExactly("ticket_created", "ticket_updated", "ticket_updated");
    }

    @Test
    void spendsTheAccountsOwnCalls() {
        open();
        assertThat(freshdesk.get("/api/v2/agents/me").header("X-RateLimit-Remaining"))
                .isEqualTo("197.0");
    }

    @Test
    void isSilentAboutContactsAndWhatWasRefused() {
        freshdesk.send("POST", "/api/v2/contacts", "{'name':'Jo','phone':'+14155550190'}");
        freshdesk.send("PUT", "/api/v2/tickets/4711", "{'status':'4'}");
        String ticket = open();
        assertThat(Json.parse(receiver.next().body()).path("ticket_id").asText())
                .isEqualTo(ticket);
    }

    private String open() {
        return freshdesk
                .send(
                        "POST",
                        "/api/v2/tickets",
                        "{'subject':'Broken','description':'x','status':2,'priority':1,'email':'sarah@example.com'}")
                .json()
                .path("id")
                .asText();
    }
}
