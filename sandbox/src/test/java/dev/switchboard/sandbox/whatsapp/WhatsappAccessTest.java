package dev.switchboard.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatsappAccessTest {

    private static Sandbox sandbox;
    private static GraphClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        client = new GraphClient(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset("whatsapp");
    }

    @Test
    void tellsAboutTheNumber() throws Exception {
        HttpResponse<String> response = client.get(GraphClient.NUMBER + "?fields=display_phone_number,quality_rating");

        assertThat(response.body())
                .isEqualTo("{\"display_phone_number\":\"+1 415-555-0111\",\"quality_rating\":\"GREEN\","
                        + "\"id\":\"106540352242922\"}");
        assertThat(response.headers().firstValue("facebook-api-version")).hasValue("v25.0");
        assertThat(code(client.get(GraphClient.NUMBER + "?fields=colour"), 400)).isEqualTo(100);
    }

    @Test
    void refusesAMissingAWrongAndAnExpiredToken() throws Exception {
        assertThat(code(client.getAs("", GraphClient.NUMBER), 401)).isEqualTo(104);
        assertThat(code(client.getAs("wrong", GraphClient.NUMBER), 401)).isEqualTo(190);

        sandbox.switches("whatsapp").set("token-expired", BooleanNode.TRUE);

        HttpResponse<String> expired = client.get(GraphClient.NUMBER);
        assertThat(code(expired, 401)).isEqualTo(190);
        assertThat(GraphClient.json(expired).at("/error/error_subcode").asInt()).isEqualTo(463);
    }

    @Test
    void checksTheProofOfTheAppSecret() throws Exception {
        // Computed with another program (openssl) over the token, keyed with the app's secret.
        String proof = "adab0a41856809babc79e2d6b7205891de711e3941675f675e9bad2e7bd42a18";

        assertThat(client.get(GraphClient.NUMBER + "?appsecret_proof=" + proof).statusCode())
                .isEqualTo(200);
        assertThat(code(client.get(GraphClient.NUMBER + "?appsecret_proof=" + proof.replace('a', 'b')), 400))
                .isEqualTo(100);

        sandbox.switches("whatsapp").set("require-app-secret", BooleanNode.TRUE);

        assertThat(code(client.get(GraphClient.NUMBER), 400)).isEqualTo(100);
    }

    @Test
    void refusesAnUnknownVersionOrNumber() throws Exception {
        assertThat(code(client.get("/25/" + WhatsappSandbox.PHONE_NUMBER_ID), 400))
                .isEqualTo(100);
        HttpResponse<String> stranger = client.get("/v25.0/100");
        assertThat(code(stranger, 400)).isEqualTo(100);
        assertThat(GraphClient.json(stranger).at("/error/error_subcode").asInt())
                .isEqualTo(33);
        assertThat(code(client.post("/v25.0/100/messages", "application/json", "{}"), 400))
                .isEqualTo(100);
    }

    @Test
    void answersInItsOwnFormWhenTooMuchIsAsked() throws Exception {
        sandbox.faults("whatsapp").next(1, Fault.Kind.RATE_LIMITED);

        assertThat(code(client.get(GraphClient.NUMBER), 429)).isEqualTo(130_429);
    }

    @Test
    void givesUploadedMediaBackToWhoHasTheToken() throws Exception {
        JsonNode uploaded = GraphClient.json(upload("whatsapp", "image/jpeg"));
        JsonNode described =
                GraphClient.json(client.get("/v25.0/" + uploaded.path("id").asText()));
        String url = described.path("url").asText();

        assertThat(described.path("mime_type").asText()).isEqualTo("image/jpeg");
        assertThat(described.path("file_size").asInt()).isEqualTo(5);
        assertThat(client.getAbsolute(url, WhatsappSandbox.ACCESS_TOKEN).body()).isEqualTo("photo");
        assertThat(client.getAbsolute(url, "").statusCode()).isEqualTo(401);
        assertThat(client.getAbsolute(url.replaceFirst("ext=.*", "ext=1"), WhatsappSandbox.ACCESS_TOKEN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.send("{\"messaging_product\":\"whatsapp\",\"to\":\"14155550100\",\"type\":\"image\","
                                + "\"image\":" + uploaded + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesMediaThatItDoesNotTake() throws Exception {
        assertThat(code(upload("telegram", "image/jpeg"), 400)).isEqualTo(100);
        assertThat(code(upload("whatsapp", "image/tiff"), 400)).isEqualTo(100);
    }

    private static HttpResponse<String> upload(String product, String type) throws Exception {
        String form = """
                --limit
                Content-Disposition: form-data; name="messaging_product"

                %s
                --limit
                Content-Disposition: form-data; name="file"; filename="photo.jpg"
                Content-Type: %s

                photo
                --limit--
                """.formatted(product, type).replace("\n", "\r\n");
        return client.post(GraphClient.NUMBER + "/media", "multipart/form-data; boundary=limit", form);
    }

    private static int code(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return GraphClient.json(response).at("/error/code").asInt();
    }
}
