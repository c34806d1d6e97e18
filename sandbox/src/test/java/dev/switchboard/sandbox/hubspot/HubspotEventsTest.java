package dev.switchboard.sandbox.hubspot;

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

class HubspotEventsTest {

    private static final String OBJECTS = "/crm/objects/2026-09/";

    private final WebhookReceiver app = new WebhookReceiver();
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxClient hubspot =
            SandboxClient.of(sandbox.baseUrl("hubspot")).authorizedBy("Bearer hubspot-sandbox-key");

    @BeforeEach
    void subscribe() {
        sandbox.sendWebhooksTo(app.address());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        app.close();
    }

    @Test
    void tellsTogetherWhatOneRequestChanged() {
        hubspot.send("POST", OBJECTS + "contacts", "{'properties':{'firstname':'Jo','email':'Jo@example.com'}}");
        List<JsonNode> events = events(app.next());
        assertThat(events)
                .extracting(event -> event.path("subscriptionType").asText())
                .containsExactly("contact.creation", "contact.propertyChange", "contact.propertyChange");
        assertThat(events.getLast().path("propertyValue").asText()).isEqualTo("jo@example.com");
        assertThat(events)
                .extracting(event -> event.path("eventId").asLong())
                .containsOnly(events.getFirst().path("eventId").asLong());
    }

    @Test
    void signsMethodAddressBodyAndTime() {
        hubspot.send("POST", OBJECTS + "contacts", "{'properties':{'firstname':'Jo'}}");
        Received received = app.next();
        assertThat(received.path()).isEqualTo("/webhooks/hubspot");
        String signed = "POST" + app.address() + received.path() + received.body()
                + received.header("X-HubSpot-Request-Timestamp");
        assertThat(received.header("X-HubSpot-Signature-v3"))
                .isEqualTo(Hmac.base64("HmacSHA256", "hubspot-sandbox-secret", signed));
    }

    @Test
    void tellsMergesAndDeletionsAndNothingThatWasRefused() {
        String jo = create("{'firstname':'Jo'}");
        String joe = create("{'firstname':'Joe'}");
        hubspot.send("POST", OBJECTS + "contacts", "{'properties':{'nickname':'refused'}}");
        hubspot.send(
                "POST", OBJECTS + "contacts/merge", "{'primaryObjectId':'" + jo + "','objectIdToMerge':'" + joe + "'}");
        hubspot.send("DELETE", OBJECTS + "contacts/" + jo, "");
        List<Received> received = app.next(4);
        JsonNode merge = events(received.get(2)).getFirst();
        assertThat(merge.path("subscriptionType").asText()).isEqualTo("contact.merge");
        assertThat(merge.path("newObjectId").asText()).isEqualTo(jo);
        assertThat(merge.at("/mergedObjectIds/0").asText()).isEqualTo(joe);
        assertThat(events(received.get(3)).getFirst().path("subscriptionType").asText())
                .isEqualTo("contact.deletion");
    }

    @Test
    void tellsTicketsByTheirObjectType() {
        String ticket =
                sandbox.records("hubspot", "tickets").getFirst().path("id").asText();
        hubspot.send("PATCH", OBJECTS + "tickets/" + ticket, "{'properties':{'hs_pipeline_stage':'1'}}");
        JsonNode event = events(app.next()).getFirst();
        assertThat(event.path("subscriptionType").asText()).isEqualTo("object.propertyChange");
        assertThat(event.path("objectTypeId").asText()).isEqualTo("0-5");
        assertThat(event.path("objectId").asText()).isEqualTo(ticket);
    }

    private String create(String properties) {
        return hubspot.send("POST", OBJECTS + "contacts", "{'properties':" + properties + "}")
                .json()
                .path("id")
                .asText();
    }

    private static List<JsonNode> events(Received received) {
        return Json.parse(received.body()).valueStream().toList();
    }
}
