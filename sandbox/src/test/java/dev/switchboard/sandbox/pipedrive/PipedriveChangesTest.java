package dev.switchboard.sandbox.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.sandbox.SandboxClient;
import dev.switchboard.sandbox.WebhookReceiver;
import dev.switchboard.sandbox.WebhookReceiver.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipedriveChangesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final WebhookReceiver hub = new WebhookReceiver();
    private Sandbox sandbox;
    private SandboxClient pipedrive;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        sandbox.sendWebhooksTo(hub.address());
        pipedrive = SandboxClient.of(sandbox.baseUrl("pipedrive")).with("x-api-token", "pipedrive-sandbox-token");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        hub.close();
    }

    @Test
    void tellsWhatBecameOfAPersonWithThePasswordOfTheSubscription() throws IOException {
        pipedrive.send("POST", "/api/v2/persons", "{'name':'Ana'}");
        Received created = hub.next();
        String pair = Base64.getEncoder()
                .encodeToString("switchboard:pipedrive-sandbox-password".getBytes(StandardCharsets.UTF_8));
        assertThat(created.path()).isEqualTo("/webhooks/pipedrive");
        assertThat(created.header("Authorization")).isEqualTo("Basic " + pair);
        JsonNode meta = JSON.readTree(created.body()).path("meta");
        assertThat(meta.path("action").asText()).isEqualTo("create");
        assertThat(meta.path("entity_id").isTextual()).isTrue();
        assertThat(meta.path("change_source").asText()).isEqualTo("api");
    }

    @Test
    void wrapsCustomFieldsIntoObjects() throws IOException {
        pipedrive.send("PATCH", "/api/v2/persons/1201", "{'job_title':'Owner'}");
        JsonNode custom = JSON.readTree(hub.next().body())
                .at("/data/custom_fields")
                .iterator()
                .next();
        assertThat(custom.path("type").asText()).isEqualTo("enum");
        assertThat(custom.path("id").asInt()).isEqualTo(37);
    }

    @Test
    void tellsADeletionWithTheLastState() throws IOException {
        pipedrive.send("DELETE", "/api/v2/persons/1201", "");
        JsonNode deleted = JSON.readTree(hub.next().body());
        assertThat(deleted.path("data").isNull()).isTrue();
        assertThat(deleted.at("/previous/name").asText()).isEqualTo("Sarah Lee");
    }

    @Test
    void tellsAMergeTwice() throws IOException {
        ObjectNode other = JSON.createObjectNode().put("name", "S. Lee");
        JsonNode gone = sandbox.addRecord("pipedrive", "persons", other);
        hub.next();
        ObjectNode merge = JSON.createObjectNode();
        merge.set("id", gone.path("id"));
        sandbox.addRecord("pipedrive", "merges", merge.put("merge_with_id", 1201));
        JsonNode deleted = JSON.readTree(hub.next().body()).path("meta");
        JsonNode changed = JSON.readTree(hub.next().body()).path("meta");
        assertThat(deleted.path("action").asText()).isEqualTo("delete");
        assertThat(deleted.path("merged_to_id").asText()).isEqualTo("1201");
        assertThat(changed.path("action").asText()).isEqualTo("change");
        assertThat(changed.path("entity_id").asText()).isEqualTo("1201");
    }

    @Test
    void tellsNobodyOnceTheSubscriptionIsGone() {
        int id = pipedrive.get("/api/v1/webhooks").json().at("/data/0/id").asInt();
        assertThat(pipedrive.send("DELETE", "/api/v1/webhooks/" + id, "").status())
                .isEqualTo(200);
        pipedrive.send("POST", "/api/v2/persons", "{'name':'Nobody hears of'}");
        String webhook = "{'name':'hub','subscription_url':'https://hub.example','event_action':'delete',"
                + "'event_object':'person'}";
        assertThat(pipedrive.send("POST", "/api/v1/webhooks", webhook).status()).isEqualTo(201);
        pipedrive.send("DELETE", "/api/v2/persons/1201", "");
        assertThat(hub.next().body()).contains("Sarah Lee");
    }
}
