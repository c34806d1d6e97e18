package dev.switchboard.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhatsappMessagesTest {

    private static final String TO_SARAH =
            "\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"14155550100\"";
    private static final String TEXT = "\"type\":\"text\",\"text\":{\"body\":\"hello\"}";

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
    void acceptsATextAndKeepsTheCallbackText() throws Exception {
        HttpResponse<String> response =
                client.send("{" + TO_SARAH + "," + TEXT + ",\"biz_opaque_callback_data\":\"cmd-123\"}");
        JsonNode body = GraphClient.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(body.at("/contacts/0").toString())
                .isEqualTo("{\"input\":\"14155550100\",\"wa_id\":\"14155550100\"}");
        assertThat(body.at("/messages/0/id").asText()).startsWith("wamid.");
        assertThat(last().path("biz_opaque_callback_data").asText()).isEqualTo("cmd-123");
        assertThat(last().path("id")).isEqualTo(body.at("/messages/0/id"));
        assertThat(last().path("status").asText()).isEqualTo("sent");
    }

    @Test
    void failsLaterOutsideTheWindowUnlessItIsATemplate() throws Exception {
        String stranger = "\"messaging_product\":\"whatsapp\",\"to\":\"+14155550123\",";

        assertThat(client.send("{" + stranger + TEXT + "}").statusCode()).isEqualTo(200);
        assertThat(last().at("/errors/0/code").asInt()).isEqualTo(131_047);
        assertThat(last().path("status").asText()).isEqualTo("failed");

        client.send("{" + stranger
                + "\"type\":\"template\",\"template\":{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}}");
        assertThat(last().path("status").asText()).isEqualTo("sent");

        sandbox.addRecord("whatsapp", "messages", Json.object().put("from", "14155550123"));
        client.send("{" + stranger + TEXT + "}");
        assertThat(last().path("status").asText()).isEqualTo("sent");
    }

    @Test
    void writesToAUserIdWithoutAPhoneNumber() throws Exception {
        HttpResponse<String> response = client.send(
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"ES.13491208655302741918\"," + TEXT + "}");

        assertThat(GraphClient.json(response).at("/contacts/0/user_id").asText())
                .isEqualTo("ES.13491208655302741918");
        assertThat(GraphClient.json(response).at("/contacts/0").has("wa_id")).isFalse();
    }

    @Test
    void takesAReadReceiptWithTyping() throws Exception {
        HttpResponse<String> response = client.send("{\"messaging_product\":\"whatsapp\",\"status\":\"read\","
                + "\"message_id\":\"wamid.X\",\"typing_indicator\":{\"type\":\"text\"}}");

        assertThat(response.body()).isEqualTo("{\"success\":true}");
        assertThat(sandbox.records("whatsapp", "reads")).hasSize(1);
    }

    @Test
    void limitsHowFastOnePersonIsWrittenTo() throws Exception {
        for (int i = 0; i < 45; i++) {
            assertThat(client.send("{" + TO_SARAH + "," + TEXT + "}").statusCode())
                    .isEqualTo(200);
        }

        assertRefused(client.send("{" + TO_SARAH + "," + TEXT + "}"), 429, 131_056);
        assertThat(client.send("{" + TO_SARAH.replace("0100", "0123") + "," + TEXT + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> wrongMessages() {
        String product = "\"messaging_product\":\"whatsapp\"";
        return Stream.of(
                Arguments.of("{\"to\":\"14155550100\"," + TEXT + "}", 100),
                Arguments.of("{" + product + "," + TEXT + "}", 100),
                Arguments.of("{" + product + ",\"to\":\"sarah\"," + TEXT + "}", 131_009),
                Arguments.of("{" + product + ",\"to\":14155550100," + TEXT + "}", 131_009),
                Arguments.of("{" + product + ",\"to\":\"14155550111\"," + TEXT + "}", 131_021),
                Arguments.of("{" + TO_SARAH + ",\"type\":\"text\"}", 131_008),
                Arguments.of("{" + TO_SARAH + ",\"type\":\"text\",\"text\":{\"body\":\"\"}}", 131_008),
                Arguments.of(
                        "{" + TO_SARAH + ",\"type\":\"text\",\"text\":{\"body\":\"" + "x".repeat(4_097) + "\"}}", 100),
                Arguments.of("{" + TO_SARAH + ",\"type\":\"fax\",\"fax\":{}}", 100),
                Arguments.of("{" + TO_SARAH + "," + TEXT + ",\"metadata\":{}}", 100),
                Arguments.of(
                        "{" + TO_SARAH + "," + TEXT + ",\"biz_opaque_callback_data\":\"" + "x".repeat(513) + "\"}",
                        100),
                Arguments.of("{" + TO_SARAH + ",\"type\":\"image\",\"image\":{\"id\":\"1\"}}", 131_009),
                Arguments.of("{" + TO_SARAH + ",\"type\":\"image\",\"image\":{}}", 100),
                Arguments.of(
                        "{" + TO_SARAH + ",\"type\":\"audio\",\"audio\":{\"link\":\"https://a.example/a.mp3\","
                                + "\"caption\":\"no\"}}",
                        100),
                Arguments.of(
                        "{" + TO_SARAH + ",\"type\":\"template\",\"template\":{\"name\":\"order_update\","
                                + "\"language\":{\"code\":\"en_US\"}}}",
                        132_000),
                Arguments.of("{" + product + ",\"status\":\"read\"}", 131_008),
                Arguments.of("not json", 100));
    }

    @ParameterizedTest
    @MethodSource("wrongMessages")
    void refusesWhatWhatsappRefuses(String message, int code) throws Exception {
        assertRefused(client.send(message), 400, code);
        assertThat(sandbox.records("whatsapp", "messages")).hasSize(1);
    }

    @Test
    void refusesATemplateThatIsNotTranslated() throws Exception {
        assertRefused(
                client.send("{" + TO_SARAH + ",\"type\":\"template\",\"template\":{\"name\":\"order_update\","
                        + "\"language\":{\"code\":\"fr\"}}}"),
                404,
                132_001);
    }

    @Test
    void limitsButtons() throws Exception {
        String button = "{\"type\":\"reply\",\"reply\":{\"id\":\"%s\",\"title\":\"%s\"}}";
        String three =
                button.formatted("a", "Yes") + "," + button.formatted("b", "No") + "," + button.formatted("c", "Later");

        assertThat(client.send(buttons(three)).statusCode()).isEqualTo(200);
        assertRefused(client.send(buttons("")), 400, 100);
        assertRefused(client.send(buttons(three + "," + button.formatted("d", "Never"))), 400, 100);
        assertRefused(client.send(buttons(button.formatted("a", "x".repeat(21)))), 400, 100);
        assertRefused(client.send(buttons(button.formatted("a", "Yes") + "," + button.formatted("a", "No"))), 400, 100);
    }

    private static String buttons(String buttons) {
        return "{" + TO_SARAH + ",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\","
                + "\"body\":{\"text\":\"Is that all?\"},\"action\":{\"buttons\":[" + buttons + "]}}}";
    }

    private static JsonNode last() {
        return sandbox.records("whatsapp", "messages").getLast();
    }

    private static void assertRefused(HttpResponse<String> response, int status, int code) throws Exception {
        JsonNode error = GraphClient.json(response).path("error");
        assertThat(error.path("code").asInt()).as(response.body()).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(error.path("message").isTextual()).isTrue();
        assertThat(error.path("type").isTextual()).isTrue();
        assertThat(error.path("fbtrace_id").isTextual()).isTrue();
    }
}
