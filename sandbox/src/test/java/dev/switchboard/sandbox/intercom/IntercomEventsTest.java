package dev.switchboard.sandbox.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Hmac;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.WebhookReceiver;
import dev.switchboard.sandbox.WebhookReceiver.Received;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntercomEventsTest {

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxClient intercom = SandboxClient.of(sandbox.baseUrl("intercom"))
            .authorizedBy("Bearer intercom-sandbox-token")
            .with("Intercom-Version", "2.16");

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
    void signsTheBodyAsItIs() {
        intercom.send("PUT", "/tickets/480", "{'ticket_state_id':'8482'}");
        Received received = receiver.next();
        assertThat(received.header("X-Hub-Signature"))
                .isEqualTo("sha1=" + Hmac.hex("HmacSHA1", "intercom-sandbox-client-secret", received.body()));
        assertThat(Hmac.hex(
                        "HmacSHA1",
                        "intercom-test-client-secret",
                        "{\"type\":\"notification_event\",\"topic\":\"conversation.user.created\",\"id\":\"notif_1\"}"))
                .isEqualTo("cfa5ac74b9be6cb94a90cb402bf1a8ff2f0e8ab4");
    }

    @Test
    void tellsWhatBecomesOfATicket() {
        intercom.send("PUT", "/tickets/480", "{'ticket_state_id':'8484','open':false}");
        intercom.send(
                "POST",
                "/tickets/480/reply",
                "{'type':'admin','message_type':'note','admin_id':'991267583','body':'x'}");
        List<JsonNode> events = events(3);
        assertThat(events)
                .extracting(event -> event.path("topic").asText())
                .containsExactly("ticket.state.updated", "ticket.closed", "ticket.note.created");
        assertThat(events.getFirst().at("/data/item/ticket_state/category").asText())
                .isEqualTo("resolved");
        assertThat(events.getFirst().path("id").asText())
                .startsWith("notif_")
                .isNotEqualTo(events.getLast().path("id").asText());
    }

    @Test
    void tellsWhatBecomesOfContacts() {
        String user = contact("{'email':'ann@example.com'}");
        String lead = contact("{'role':'lead','phone':'+14155550142'}");
        intercom.send("PUT", "/contacts/" + user, "{'email':'anne@example.com'}");
        intercom.send("POST", "/contacts/merge", "{'from':'" + lead + "','into':'" + user + "'}");
        intercom.send("POST", "/contacts/" + user + "/archive", "{}");
        intercom.send("POST", "/contacts/" + user + "/unarchive", "{}");
        intercom.send("DELETE", "/contacts/" + user, "");
        List<JsonNode> events = events(7);
        assertThat(events)
                .extracting(event -> event.path("topic").asText())
                .containsExactly(
                        "contact.user.created",
                        "contact.lead.created",
                        "contact.email.updated",
                        "contact.merged",
                        "contact.archived",
                        "contact.unarchived",
                        "contact.deleted");
        assertThat(events.get(3)
                        .at("/data/item/merge_history/0/source_contact_id")
                        .asText())
                .isEqualTo(lead);
    }

    private String contact(String body) {
        return intercom.send("POST", "/contacts", body).json().path("id").asText();
    }

    private List<JsonNode> events(int count) {
        return receiver.next(count).stream()
                .map(received -> Json.parse(received.body()))
                .toList();
    }
}
