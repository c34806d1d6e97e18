package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.WebhookReceived;
import dev.switchboard.gateway.SetUps;
import dev.switchboard.gateway.journal.RecordedKafka;
import dev.switchboard.integration.card.IntegrationCards;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of a system whose customers sign them, or log in because they cannot. */
class LoginInsteadTest {
    private static final String SECRET = "servicenow-test-secret";
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_001);
    private static final String SOLVED = "{\"event\":\"incident.updated\",\"sys_id\":\"a\",\"sys_mod_count\":\"3\"}";
    private static final String CLOSED = "{\"event\":\"incident.updated\",\"sys_id\":\"a\",\"sys_mod_count\":\"4\"}";
    private static final Map<String, String> SIGNED = Map.of("SERVICENOW_WEBHOOK_SECRET", SECRET);
    private static final Map<String, String> LOGGED_IN =
            Map.of("SERVICENOW_WEBHOOK_USER", "acme", "SERVICENOW_WEBHOOK_PASSWORD", "s3cret");
    private static final Refused WRONG_LOGIN = new Refused(401, "The user or the password is wrong.");

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @Test
    void takesEitherWhileTheCustomerGoesFromOneToTheOther() {
        Map<String, String> both = new HashMap<>(SIGNED);
        both.putAll(LOGGED_IN);
        VendorWebhooks webhooks = webhooks(both);
        webhooks.receive("servicenow", null, signed(SOLVED, SECRET));
        webhooks.receive("servicenow", null, login(CLOSED, "acme:s3cret"));
        assertThat(kafka.of(WebhookReceived.class))
                .extracting(WebhookReceived::body)
                .containsExactly(SOLVED, CLOSED);
    }

    @Test
    void passesOnOnceWhatIsSignedAgainLater() {
        VendorWebhooks webhooks = webhooks(SIGNED);
        webhooks.receive("servicenow", null, signed(SOLVED, SECRET));
        webhooks.receive("servicenow", null, signed(SOLVED, SECRET, NOW.plusSeconds(60)));
        assertThat(kafka.of(WebhookReceived.class)).hasSize(1);
    }

    @Test
    void refusesALoginWhereOnlySignaturesAreTaken() {
        assertThat(refused(webhooks(SIGNED), login(SOLVED, "acme:s3cret")))
                .isEqualTo(new Refused(403, "The signature header X-Signature is missing."));
    }

    @Test
    void looksAtNoSignatureThatNobodyCanCheck() {
        VendorWebhooks webhooks = webhooks(LOGGED_IN);
        assertThat(refused(webhooks, signed(SOLVED, ""))).isEqualTo(WRONG_LOGIN);
        assertThat(refused(webhooks, signed(SOLVED, SECRET))).isEqualTo(WRONG_LOGIN);
        assertThat(refused(webhooks, login(SOLVED, "acme:wrong"))).isEqualTo(WRONG_LOGIN);
    }

    @Test
    void doesNotLetAGoodLoginSaveAWrongSignature() {
        Map<String, String> both = new HashMap<>(SIGNED);
        both.putAll(LOGGED_IN);
        InboundRequest forged = request(
                SOLVED,
                Map.of("x-timestamp", "1790000001", "x-signature", "forged", "authorization", basic("acme:s3cret")));
        assertThat(refused(webhooks(both), forged)).isEqualTo(new Refused(403, "The signature is wrong."));
    }

    @Test
    void believesASignedTimeForFiveMinutes() {
        assertThat(refused(webhooks(SIGNED), signed(SOLVED, SECRET, NOW.minus(Duration.ofSeconds(301)))))
                .isEqualTo(new Refused(403, "The signed time is too far from now."));
    }

    @Test
    void isOffUntilOneOfThemIsSetWhole() {
        VendorWebhooks webhooks = webhooks(Map.of("SERVICENOW_WEBHOOK_USER", "acme"));
        Refused off = new Refused(
                404,
                "Webhooks of ServiceNow are off: set SERVICENOW_WEBHOOK_SECRET, or SERVICENOW_WEBHOOK_USER and"
                        + " SERVICENOW_WEBHOOK_PASSWORD.");
        assertThat(refused(webhooks, signed(SOLVED, SECRET))).isEqualTo(off);
        assertThat(refused(webhooks, login(SOLVED, "acme:"))).isEqualTo(off);
    }

    private Refused refused(VendorWebhooks webhooks, InboundRequest request) {
        Refused refused = Refused.by(() -> webhooks.receive("servicenow", null, request));
        assertThat(kafka.of(WebhookReceived.class)).isEmpty();
        return refused;
    }

    private VendorWebhooks webhooks(Map<String, String> environment) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new VendorWebhooks(
                IntegrationCards.load(),
                SetUps.settings(),
                SetUps.vendors(environment),
                kafka.journal(folder, clock),
                clock);
    }

    private static InboundRequest login(String body, String pair) {
        return request(body, Map.of("authorization", basic(pair)));
    }

    private static InboundRequest signed(String body, String secret) {
        return signed(body, secret, NOW);
    }

    private static InboundRequest signed(String body, String secret, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        String signature = secret.isEmpty()
                ? ""
                : Hmac.base64(Hmac.of("HmacSHA256", secret, (time + "." + body).getBytes(StandardCharsets.UTF_8)));
        return request(body, Map.of("x-timestamp", time, "x-signature", signature));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static InboundRequest request(String body, Map<String, String> sent) {
        Map<String, String> headers = new HashMap<>(sent);
        headers.put("content-type", "application/json");
        return new InboundRequest("POST", "/webhooks/servicenow", headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
