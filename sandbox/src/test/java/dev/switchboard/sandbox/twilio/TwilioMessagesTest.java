package dev.switchboard.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioMessagesTest {

    private static final String SARAH = "+14155550100";

    private static Sandbox sandbox;
    private static TwilioClient client;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        client = TwilioClient.of(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset("twilio");
    }

    @Test
    void queuesAMessageAndDeliversItLater() throws Exception {
        HttpResponse<String> created = send(SARAH, "Your order has shipped.");
        JsonNode message = TwilioClient.json(created);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(message.path("status").asText()).isEqualTo("queued");
        assertThat(message.path("sid").asText()).matches("SM[0-9a-f]{32}");
        assertThat(message.path("date_created").asText()).matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} \\+0000");
        await().until(() -> TwilioClient.json(client.get(message.path("uri").asText()))
                .path("status")
                .asText()
                .equals("delivered"));
    }

    @Test
    void findsAMessageByReceiverAndDay() throws Exception {
        send(SARAH, "one");
        send("+14155550123", "two");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();

        assertThat(bodies("To=%2B14155550100&DateSent%3E=" + today)).isEqualTo("one");
        assertThat(bodies("To=%2B14155550100&DateSent=" + today)).isEqualTo("one");
        assertThat(bodies("To=%2B14155550100&DateSent%3E=" + tomorrow)).isEmpty();
        assertThat(bodies("From=%2B14155550000")).isEqualTo("two,one");
        assertThat(bodies("PageSize=1")).isEqualTo("two");
        assertThat(client.get(TwilioClient.ACCOUNT + "/Messages.json?DateSent=yesterday")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leadsToTheNextPage() throws Exception {
        send(SARAH, "one");
        send(SARAH, "two");

        JsonNode first = list("To=%2B14155550100&PageSize=1");
        JsonNode second =
                TwilioClient.json(client.get(first.path("next_page_uri").asText()));

        assertThat(second.at("/messages/0/body").asText()).isEqualTo("one");
        assertThat(second.path("next_page_uri").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'',          +14155550000, hello, 21604",
        "5550100,     +14155550000, hello, 21211",
        "+1415555010, +14155550000, hello, 21211",
        "+14155550100,'',           hello, 21603",
        "+14155550100,nobody,       hello, 21212",
        "+14155550100,+14155550123, hello, 21606",
        "+14155550100,+14155550000, '',    21602",
        "+14155550188,+14155550000, hello, 21610",
    })
    void refusesWhatTwilioRefuses(String to, String from, String body, int code) throws Exception {
        assertRefused(client.post("/Messages.json", "To", to, "From", from, "Body", body), 400, code);
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        assertThat(send(SARAH, "x".repeat(1600)).statusCode()).isEqualTo(201);
        assertRefused(send(SARAH, "x".repeat(1601)), 400, 21_617);
    }

    @Test
    void countsSegmentsByAlphabet() throws Exception {
        assertThat(segments("x".repeat(160))).isEqualTo("1");
        assertThat(segments("x".repeat(161))).isEqualTo("2");
        assertThat(segments("é".repeat(160))).isEqualTo("1");
        assertThat(segments("ó".repeat(71))).isEqualTo("2");
        assertThat(segments("€".repeat(81))).isEqualTo("2");
    }

    @Test
    void doesNotReadJson() throws Exception {
        String body = "{\"To\":\"+14155550100\",\"From\":\"+14155550000\",\"Body\":\"hello\"}";

        assertRefused(client.postJson("/Messages.json", body), 400, 21_604);
    }

    @Test
    void refusesWrongCredentials() throws Exception {
        String path = TwilioClient.ACCOUNT + ".json";

        assertThat(client.get(path).statusCode()).isEqualTo(200);
        assertThat(new TwilioClient(sandbox, "SK00000000000000000000000000000001", "twilio-sandbox-secret")
                        .get(path)
                        .statusCode())
                .isEqualTo(200);
        assertRefused(new TwilioClient(sandbox, TwilioSandbox.ACCOUNT_SID, "wrong").get(path), 401, 20_003);
        assertRefused(client.get("/2010-04-01/Accounts/AC00000000000000000000000000000009.json"), 401, 20_003);
    }

    @Test
    void answersInItsOwnFormWhenNothingIsThereOrTooMuchIsAsked() throws Exception {
        assertRefused(client.get(TwilioClient.ACCOUNT + "/Messages/SM1.json"), 404, 20_404);
        sandbox.faults("twilio").next(1, Fault.Kind.RATE_LIMITED);
        assertRefused(send(SARAH, "hello"), 429, 20_429);
        assertThat(sandbox.records("twilio", "messages")).isEmpty();
    }

    @Test
    void keepsWhatWasReceived() throws Exception {
        sandbox.addRecord("twilio", "messages", Json.object().put("from", SARAH).put("body", "hi"));

        assertThat(list("From=%2B14155550100").at("/messages/0/status").asText())
                .isEqualTo("received");
    }

    private static HttpResponse<String> send(String to, String body) throws Exception {
        return client.post("/Messages.json", "To", to, "From", TwilioSandbox.NUMBER, "Body", body);
    }

    private static String segments(String body) throws Exception {
        return TwilioClient.json(send(SARAH, body)).path("num_segments").asText();
    }

    private static JsonNode list(String query) throws Exception {
        return TwilioClient.json(client.get(TwilioClient.ACCOUNT + "/Messages.json?" + query));
    }

    private static String bodies(String query) throws Exception {
        return String.join(",", list(query).path("messages").findValuesAsText("body"));
    }

    private static void assertRefused(HttpResponse<String> response, int status, int code) throws Exception {
        JsonNode body = TwilioClient.json(response);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(body.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("code", "message", "more_info", "status");
        assertThat(body.path("code").asInt()).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("more_info").asText()).isEqualTo("https://www.twilio.com/docs/errors/" + code);
    }
}
