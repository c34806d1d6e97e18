package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.call;
import static dev.switchboard.gateway.TestChannels.encoded;
import static dev.switchboard.gateway.TestChannels.fresh;
import static dev.switchboard.gateway.TestChannels.post;
import static dev.switchboard.gateway.TestChannels.twilio;
import static dev.switchboard.gateway.TestChannels.twilioSignature;
import static dev.switchboard.gateway.TestChannels.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.WebhookReceived;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
class RefusedWebhooksTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Connectors connectors = Connectors.beside();
    private final String sid = fresh("CA");

    @BeforeEach
    void waitUntilReady() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        connectors.close();
    }

    @Test
    void refusesAForgedCall() {
        refused(403, twilio("/incoming-call", call(sid), "wrong-token"));
        nothingHappened();
    }

    @Test
    void refusesAnUnsignedCall() {
        refused(403, post("/incoming-call", bytes(encoded(call(sid))), Map.of("Content-Type", FORM)));
        nothingHappened();
    }

    @Test
    void refusesACallThatWasSignedForAnotherAddress() {
        Map<String, String> fields = with(call(sid), "SpeechResult", "hello");
        refused(
                403,
                post(
                        "/process-speech?turn=2",
                        bytes(encoded(fields)),
                        Map.of(
                                "Content-Type",
                                FORM,
                                "X-Twilio-Signature",
                                twilioSignature("/process-speech?turn=1", fields, TestChannels.TOKEN))));
    }

    @Test
    void refusesACallOfAnotherAccount() {
        refused(403, twilio("/incoming-call", with(call(sid), "AccountSid", "AC00000000000000000000000000000002")));
        nothingHappened();
    }

    @Test
    void acceptsTheSecondTokenWhileTheFirstIsRotated() {
        assertThat(twilio("/incoming-call", call(sid), TestChannels.SECONDARY_TOKEN)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ignoresAFieldItDoesNotKnow() {
        assertThat(twilio("/incoming-call", with(call(sid), "BrandNewField", "x"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAnOversizedCall() {
        refused(413, twilio("/incoming-call", with(call(sid), "SpeechResult", "x".repeat(70_000))));
        nothingHappened();
    }

    @Test
    void refusesABodyBeyondEveryBound() {
        assertThat(post("/webhooks/whatsapp", new byte[5 << 20], Map.of("Content-Type", "application/json"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesAnotherContentType() {
        refused(415, post("/incoming-call", bytes("{}"), Map.of("Content-Type", "application/json")));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        refused(400, post("/incoming-call", bytes("From=%C3%28"), Map.of("Content-Type", FORM)));
    }

    @Test
    void refusesABrokenEncoding() {
        refused(400, post("/incoming-call", bytes("From=%2"), Map.of("Content-Type", FORM)));
        refused(400, post("/incoming-call", bytes("From=%zz"), Map.of("Content-Type", FORM)));
    }

    @Test
    void refusesACallWithoutItsId() {
        Map<String, String> fields = call(sid);
        fields.remove("CallSid");
        refused(400, twilio("/incoming-call", fields));
    }

    @Test
    void refusesATurnWithoutItsNumber() {
        refused(400, twilio("/process-speech", with(call(sid), "SpeechResult", "hello")));
        refused(400, twilio("/process-speech?turn=-1", with(call(sid), "SpeechResult", "hello")));
    }

    @Test
    void refusesAForgedBatchOfMessages() {
        refused(
                403,
                post(
                        "/webhooks/whatsapp",
                        bytes("{\"object\":\"whatsapp_business_account\"}"),
                        Map.of("Content-Type", "application/json", "X-Hub-Signature-256", "sha256=" + "0".repeat(64))));
        refused(403, post("/webhooks/whatsapp", bytes("{}"), Map.of("Content-Type", "application/json")));
    }

    @Test
    void refusesABatchThatIsNoneOfWhatsApp() {
        refused(400, TestChannels.whatsApp("{\"object\":\"page\"}"));
        refused(400, TestChannels.whatsApp("not json"));
    }

    @Test
    void refusesTheWrongVerifyToken() {
        refused(403, TestChannels.get("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess"));
        assertThat(TestChannels.get("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                                + TestChannels.VERIFY_TOKEN)
                        .body())
                .isEqualTo("1158201444");
    }

    @Test
    void passesAVendorsWebhookOnOnce() {
        String ticket = fresh("7");
        String body = "{\"id\":\"" + fresh("d") + "\",\"detail\":{\"id\":\"" + ticket + "\"}}";

        assertThat(zendesk(body, Instant.now()).statusCode()).isEqualTo(200);
        assertThat(zendesk(body, Instant.now()).statusCode()).isEqualTo(200);

        var received = connectors.await("zendesk/" + ticket, WebhookReceived.class);
        assertThat(received.body()).isEqualTo(body);
        assertThat(received.headers()).doesNotContainKey("x-zendesk-webhook-signature");
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .untilAsserted(
                        () -> assertThat(connectors.of("zendesk/" + ticket)).hasSize(1));
    }

    @Test
    void refusesAnOldWebhook() {
        refused(403, zendesk("{\"id\":\"1\"}", Instant.now().minus(Duration.ofMinutes(6))));
    }

    @Test
    void refusesAMalformedWebhook() {
        refused(400, zendesk("{\"id\":", Instant.now()));
    }

    @Test
    void refusesASystemThatSendsNoWebhooksHere() {
        refused(404, post("/webhooks/acme", bytes("{}"), Map.of("Content-Type", "application/json")));
        refused(404, post("/webhooks/twilio", bytes("{}"), Map.of("Content-Type", "application/json")));
    }

    @ParameterizedTest
    @CsvSource({"zendesk, 200", "twilio, 404", "acme, 404"})
    void saysBeforehandWhetherItTakesWebhooksOfASystem(String system, int status) {
        assertThat(TestChannels.head("/webhooks/" + system).statusCode()).isEqualTo(status);
    }

    private static HttpResponse<String> zendesk(String body, Instant at) {
        String signature = Base64.getEncoder()
                .encodeToString(TestChannels.mac("HmacSHA256", TestChannels.ZENDESK_SECRET, bytes(at + body)));
        return post(
                "/webhooks/zendesk",
                bytes(body),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Zendesk-Webhook-Signature",
                        signature,
                        "X-Zendesk-Webhook-Signature-Timestamp",
                        at.toString()));
    }

    private static void refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).endsWith(".").doesNotContain("Exception", "\n");
    }

    /** A call that comes after it is there, so this one would be too. */
    private void nothingHappened() {
        String later = fresh("CA");
        twilio("/incoming-call", call(later));
        connectors.await(later, ConversationEvent.Started.class);
        assertThat(connectors.of(sid)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
