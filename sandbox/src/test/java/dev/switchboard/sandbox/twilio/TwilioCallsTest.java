package dev.switchboard.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Sandbox;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioCallsTest {

    private static final String SARAH = "+14155550100";
    private static final String TWIML = "<Response><Hangup/></Response>";

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
    void placesACallThatIsAnsweredAndCompleted() throws Exception {
        HttpResponse<String> placed =
                client.post("/Calls.json", "To", SARAH, "From", TwilioSandbox.NUMBER, "Twiml", TWIML);
        String call = path(TwilioClient.json(placed));

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(TwilioClient.json(placed).path("status").asText()).isEqualTo("queued");
        await().until(() -> status(call).equals("in-progress"));
        assertThat(TwilioClient.json(client.post(call, "Status", "completed"))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(code(client.post(call, "Twiml", TWIML))).isEqualTo(21_220);
    }

    @Test
    void refusesWhatTwilioRefuses() throws Exception {
        String number = TwilioSandbox.NUMBER;

        assertThat(code(client.post("/Calls.json", "From", number, "Twiml", TWIML)))
                .isEqualTo(21_201);
        assertThat(code(client.post("/Calls.json", "To", SARAH, "Twiml", TWIML)))
                .isEqualTo(21_213);
        assertThat(code(client.post("/Calls.json", "To", "sarah", "From", number, "Twiml", TWIML)))
                .isEqualTo(21_211);
        assertThat(code(client.post("/Calls.json", "To", SARAH, "From", SARAH, "Twiml", TWIML)))
                .isEqualTo(21_210);
        assertThat(code(client.post("/Calls.json", "To", SARAH, "From", number)))
                .isEqualTo(21_205);
        assertThat(code(client.post("/Calls.json", "To", SARAH, "From", number, "Url", "/turn")))
                .isEqualTo(21_205);
        assertThat(sandbox.records("twilio", "calls")).isEmpty();
    }

    @Test
    void cancelsOnlyWhatIsNotAnswered() throws Exception {
        String waiting = path(TwilioClient.json(
                client.post("/Calls.json", "To", SARAH, "From", TwilioSandbox.NUMBER, "Twiml", TWIML)));
        String live = path(sandbox.addRecord("twilio", "calls", Json.object().put("from", SARAH)));

        assertThat(TwilioClient.json(client.post(waiting, "Status", "canceled"))
                        .path("status")
                        .asText())
                .isEqualTo("canceled");
        assertThat(code(client.post(live, "Status", "canceled"))).isEqualTo(21_220);
        assertThat(client.post(live, "Twiml", TWIML).statusCode()).isEqualTo(200);
    }

    @Test
    void findsCallsByReceiver() throws Exception {
        client.post("/Calls.json", "To", SARAH, "From", TwilioSandbox.NUMBER, "Twiml", TWIML);

        assertThat(calls("To=%2B14155550100")).hasSize(1);
        assertThat(calls("To=%2B14155550123")).isEmpty();
    }

    @Test
    void recordsALiveCallAndGivesTheSoundWhenItIsComplete() throws Exception {
        String call = path(sandbox.addRecord("twilio", "calls", Json.object().put("from", SARAH)));
        HttpResponse<String> started = client.post(call.replace(".json", "/Recordings.json"));
        String sid = TwilioClient.json(started).path("sid").asText();
        String sound = TwilioClient.ACCOUNT + "/Recordings/" + sid + ".wav";

        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(client.get(sound).statusCode()).isEqualTo(404);

        client.post(call.replace(".json", "/Recordings/" + sid + ".json"), "Status", "stopped");

        HttpResponse<String> recording = client.get(sound);
        assertThat(recording.headers().firstValue("Content-Type")).hasValue("audio/x-wav");
        assertThat(recording.body()).startsWith("RIFF").hasSize(8_044);
        assertThat(TwilioClient.json(client.get(TwilioClient.ACCOUNT + "/Recordings.json"))
                        .at("/recordings/0/status")
                        .asText())
                .isEqualTo("completed");
    }

    @Test
    void recordsAPlacedCallAsSoonAsItIsAnswered() throws Exception {
        String call = path(TwilioClient.json(
                client.post("/Calls.json", "To", SARAH, "From", TwilioSandbox.NUMBER, "Twiml", TWIML)));
        String recordings = call.replace(".json", "/Recordings.json");

        assertThat(code(client.post(recordings))).isEqualTo(21_220);
        await().until(() -> client.post(recordings).statusCode() == 201);
    }

    private static JsonNode calls(String query) throws Exception {
        return TwilioClient.json(client.get(TwilioClient.ACCOUNT + "/Calls.json?" + query))
                .path("calls");
    }

    private static String status(String call) throws Exception {
        return TwilioClient.json(client.get(TwilioClient.ACCOUNT + call))
                .path("status")
                .asText();
    }

    private static String path(JsonNode call) {
        return "/Calls/" + call.path("sid").asText() + ".json";
    }

    private static int code(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(400);
        return TwilioClient.json(response).path("code").asInt();
    }
}
