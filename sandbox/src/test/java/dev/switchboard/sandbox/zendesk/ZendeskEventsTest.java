package dev.switchboard.sandbox.zendesk;

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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZendeskEventsTest {

    private static final String LOGIN = "Basic "
            + Base64.getEncoder()
                    .encodeToString("agent@example.com/token:zendesk-sandbox-token".getBytes(StandardCharsets.UTF_8));

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxClient zendesk =
            SandboxClient.of(sandbox.baseUrl("zendesk")).authorizedBy(LOGIN);

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
    void tellsEachChangeOfATicketInAnEventOfItsOwn() {
        String ticket = open();
        zendesk.send(
                "PUT",
                "/api/v2/tickets/" + ticket,
                "{'ticket':{'status':'solved','comment':{'body':'Done','public':true}}}");
        List<JsonNode> events = events(3);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "zen:event-type:ticket.created",
                        "zen:event-type:ticket.status_changed",
                        "zen:event-type:ticket.comment_added");
        assertThat(events.get(1).at("/event/current").asText()).isEqualTo("SOLVED");
        assertThat(events.get(1).at("/detail/status").asText()).isEqualTo("SOLVED");
        assertThat(events.get(1).at("/detail/id").isTextual()).isTrue();
    }

    @Test
    void signsTimeAndBody() {
        open();
        Received received = receiver.next();
        String signed = received.header("X-Zendesk-Webhook-Signature-Timestamp") + received.body();
        assertThat(received.header("X-Zendesk-Webhook-Signature"))
                .isEqualTo(Hmac.base64("HmacSHA256", "zendesk-sandbox-webhook", signed));
    }

    @Test
    void letsTriggersTellOfTicketsAndEventsOfUsers() {
        sandbox.switches("zendesk").set("triggers", BooleanNode.TRUE);
        String ticket = open();
        zendesk.send("PUT", "/api/v2/tickets/" + ticket, "{'ticket':{'status':'hold','comment':{'body':'x'}}}");
        user("{'name':'Jo','phone':'+14155550190'}");
        List<Received> received = receiver.next(3);
        assertThat(received.subList(0, 2))
                .allSatisfy(trigger -> assertThat(trigger.header("X-Zendesk-Webhook-Signature"))
                        .isEqualTo(Hmac.base64(
                                "HmacSHA256",
                                "zendesk-sandbox-trigger",
                                trigger.header("X-Zendesk-Webhook-Signature-Timestamp") + trigger.body())));
        JsonNode held = Json.parse(received.get(1).body());
        assertThat(Json.parse(received.getFirst().body()).at("/detail/status").asText())
                .isEqualTo("New");
        assertThat(held.at("/detail/id").asText()).isEqualTo(ticket);
        assertThat(held.at("/detail/status").asText()).isEqualTo("On-hold");
        assertThat(held.at("/detail/updated_at").asText()).matches("[0-9-]{10}T[0-9]{2}:[0-9]{2}Z");
        assertThat(Json.parse(received.getLast().body()).path("type").asText())
                .isEqualTo("zen:event-type:user.created");
    }

    @Test
    void tellsMergesAndDeletions() {
        String one = open();
        String other = open();
        zendesk.send("POST", "/api/v2/tickets/" + one + "/merge", "{'ids':[" + other + "]}");
        zendesk.send("DELETE", "/api/v2/tickets/" + one, "");
        assertThat(zendesk.get("/api/v2/tickets/" + one).status()).isEqualTo(404);
        assertThat(events(5).subList(2, 5))
                .extracting(event -> event.path("type").asText().replace("zen:event-type:ticket.", ""))
                .containsExactly("merged", "status_changed", "soft_deleted");
    }

    @Test
    void tellsWhatBecomesOfUsers() {
        String jo = user("{'name':'Jo','phone':'+14155550190'}");
        String joe = user("{'name':'Joe','phone':'+14155550191'}");
        zendesk.send("PUT", "/api/v2/users/" + jo, "{'user':{'name':'Jo Doe'}}");
        zendesk.send("PUT", "/api/v2/users/" + joe + "/merge", "{'user':{'id':" + jo + "}}");
        zendesk.send("DELETE", "/api/v2/users/" + jo, "");
        List<JsonNode> events = events(6);
        assertThat(events)
                .extracting(event -> event.path("type").asText().replace("zen:event-type:user.", ""))
                .containsExactly("created", "created", "name_changed", "merged", "active_changed", "deleted");
        assertThat(events.get(3).at("/event/user/id").asText()).isEqualTo(jo);
        assertThat(zendesk.get("/api/v2/users/search?query=phone:14155550190")
                        .json()
                        .path("users"))
                .isEmpty();
    }

    private String open() {
        return zendesk.send("POST", "/api/v2/tickets", "{'ticket':{'subject':'Help','comment':{'body':'x'}}}")
                .json()
                .at("/ticket/id")
                .asText();
    }

    private String user(String user) {
        return zendesk.send("POST", "/api/v2/users", "{'user':" + user + "}")
                .json()
                .at("/user/id")
                .asText();
    }

    private List<JsonNode> events(int count) {
        return receiver.next(count).stream()
                .map(received -> Json.parse(received.body()))
                .toList();
    }
}
