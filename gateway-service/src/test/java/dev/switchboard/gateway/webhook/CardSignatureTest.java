package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.integration.card.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendors' own test vectors, checked by the facts on their cards. */
class CardSignatureTest {
    private static final URI PUBLIC_URL = URI.create("https://www.example.com/");

    private static final String HUBSPOT_SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String HUBSPOT_BODY = "{'example_field':'example_value'}";
    private static final String HUBSPOT_TIME = "1693657560000";
    private static final String HUBSPOT_SIGNATURE = "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=";

    private static final String ZENDESK_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
    private static final String ZENDESK_BODY = "{\"event\":\"ticket.updated\",\"id\":123}";
    private static final String ZENDESK_TIME = "2021-03-25T05:09:27Z";
    private static final String ZENDESK_SIGNATURE = "S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=";

    @ParameterizedTest
    @CsvSource({HUBSPOT_TIME + "," + HUBSPOT_SIGNATURE, "1700000300000,RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="})
    void acceptsWhatHubspotSigned(String time, String signature) {
        CardSignature check = hubspot(Instant.ofEpochMilli(Long.parseLong(time)));
        assertThatCode(() -> check.check(hubspotRequest("/webhook_uri", HUBSPOT_BODY, time, signature)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatHubspotDidNotSign() {
        CardSignature check = hubspot(Instant.ofEpochMilli(Long.parseLong(HUBSPOT_TIME)));
        Refused wrong = new Refused(403, "The signature is wrong.");
        assertThat(refused(check, hubspotRequest("/webhook_uri", "{}", HUBSPOT_TIME, HUBSPOT_SIGNATURE)))
                .isEqualTo(wrong);
        assertThat(refused(check, hubspotRequest("/other_uri", HUBSPOT_BODY, HUBSPOT_TIME, HUBSPOT_SIGNATURE)))
                .isEqualTo(wrong);
        assertThat(refused(check, hubspotRequest("/webhook_uri?x=1", HUBSPOT_BODY, HUBSPOT_TIME, HUBSPOT_SIGNATURE)))
                .isEqualTo(wrong);
        assertThat(refused(check, hubspotRequest("/webhook_uri", HUBSPOT_BODY, "1693657560001", HUBSPOT_SIGNATURE)))
                .isEqualTo(wrong);
    }

    /** The official SDK lets such a time pass unchecked. */
    @ParameterizedTest
    @ValueSource(strings = {"", "now", "1693657560000x", "NaN"})
    void refusesATimeThatIsNone(String time) {
        CardSignature check = hubspot(Instant.ofEpochMilli(Long.parseLong(HUBSPOT_TIME)));
        String signature = Hmac.base64(Hmac.of(
                "HmacSHA256",
                HUBSPOT_SECRET,
                ("POSThttps://www.example.com/webhook_uri" + HUBSPOT_BODY + time).getBytes(StandardCharsets.UTF_8)));
        assertThat(refused(check, hubspotRequest("/webhook_uri", HUBSPOT_BODY, time, signature)))
                .isEqualTo(new Refused(403, "The header X-HubSpot-Request-Timestamp is no time."));
    }

    /** It signs no time, so whoever has one can send it for ever. */
    @Test
    void refusesHubspotsOldSignature() {
        CardSignature check = hubspot(Instant.ofEpochMilli(Long.parseLong(HUBSPOT_TIME)));
        InboundRequest old = request(
                "/webhook_uri",
                "[]",
                Map.of(
                        "x-hubspot-signature",
                        "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de",
                        "x-hubspot-signature-version",
                        "v1"));
        assertThat(refused(check, old))
                .isEqualTo(new Refused(403, "The signature header X-HubSpot-Signature-v3 is missing."));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,true", "PT5M,true", "-PT5M,true", "PT5M0.001S,false", "-PT5M0.001S,false", "P1D,false"})
    void believesASignedTimeForFiveMinutes(Duration later, boolean accepted) {
        CardSignature hubspot =
                hubspot(Instant.ofEpochMilli(Long.parseLong(HUBSPOT_TIME)).plus(later));
        CardSignature zendesk = zendesk(Instant.parse(ZENDESK_TIME).plus(later));
        InboundRequest ofHubspot = hubspotRequest("/webhook_uri", HUBSPOT_BODY, HUBSPOT_TIME, HUBSPOT_SIGNATURE);
        InboundRequest ofZendesk = zendeskRequest(ZENDESK_BODY, ZENDESK_TIME, ZENDESK_SIGNATURE);
        if (accepted) {
            assertThatCode(() -> hubspot.check(ofHubspot)).doesNotThrowAnyException();
            assertThatCode(() -> zendesk.check(ofZendesk)).doesNotThrowAnyException();
        } else {
            Refused tooOld = new Refused(403, "The signed time is too far from now.");
            assertThat(refused(hubspot, ofHubspot)).isEqualTo(tooOld);
            assertThat(refused(zendesk, ofZendesk)).isEqualTo(tooOld);
        }
    }

    @Test
    void refusesWhatZendeskDidNotSign() {
        CardSignature check = zendesk(Instant.parse(ZENDESK_TIME));
        Refused wrong = new Refused(403, "The signature is wrong.");
        assertThat(refused(check, zendeskRequest(ZENDESK_BODY + " ", ZENDESK_TIME, ZENDESK_SIGNATURE)))
                .isEqualTo(wrong);
        assertThat(refused(check, zendeskRequest(ZENDESK_BODY, "2021-03-25T05:09:28Z", ZENDESK_SIGNATURE)))
                .isEqualTo(wrong);
        assertThat(refused(check, zendeskRequest(ZENDESK_BODY, ZENDESK_TIME, "")))
                .isEqualTo(wrong);
    }

    /** What the business rule we give administrators signs: the time, a dot, the body. */
    @Test
    void acceptsWhatABusinessRuleOfServicenowSigned() {
        String body = "{\"event\":\"incident.updated\",\"sys_id\":\"9d385017c611228701d22104cc95c371\"}";
        String signature = "mwRKmT5crP16UKpgMUGyeKyjrewHM3mQx3K5yzapP6k=";
        CardSignature check =
                signature("servicenow", List.of("servicenow-test-secret"), Instant.ofEpochSecond(1_790_000_001));
        Refused wrong = new Refused(403, "The signature is wrong.");
        assertThatCode(() -> check.check(servicenowRequest(body, "1790000001", signature)))
                .doesNotThrowAnyException();
        assertThat(refused(check, servicenowRequest(body, "1790000002", signature)))
                .isEqualTo(wrong);
        assertThat(refused(check, servicenowRequest("." + body, "1790000001", signature)))
                .isEqualTo(wrong);
        assertThat(refused(check, servicenowRequest("1." + body, "179000000", signature)))
                .isEqualTo(wrong);
    }

    @Test
    void acceptsTheNextSecretWhileBothAreSet() {
        Instant then = Instant.parse(ZENDESK_TIME);
        CardSignature both = signature("zendesk", List.of("another", ZENDESK_SECRET), then);
        assertThatCode(() -> both.check(zendeskRequest(ZENDESK_BODY, ZENDESK_TIME, ZENDESK_SIGNATURE)))
                .doesNotThrowAnyException();
    }

    private static CardSignature hubspot(Instant now) {
        return signature("hubspot", List.of(HUBSPOT_SECRET), now);
    }

    private static CardSignature zendesk(Instant now) {
        return signature("zendesk", List.of(ZENDESK_SECRET), now);
    }

    private static CardSignature signature(String system, List<String> secrets, Instant now) {
        Webhook facts = IntegrationCards.load().stream()
                .filter(card -> card.id().equals(system))
                .map(IntegrationCard::webhook)
                .findFirst()
                .orElseThrow();
        return new CardSignature(facts, secrets, PUBLIC_URL, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Refused refused(CardSignature signature, InboundRequest request) {
        return Refused.by(() -> signature.check(request));
    }

    private static InboundRequest hubspotRequest(String uri, String body, String time, String signature) {
        return request(uri, body, Map.of("x-hubspot-request-timestamp", time, "x-hubspot-signature-v3", signature));
    }

    private static InboundRequest zendeskRequest(String body, String time, String signature) {
        return request(
                "/webhooks/zendesk",
                body,
                Map.of("x-zendesk-webhook-signature-timestamp", time, "x-zendesk-webhook-signature", signature));
    }

    private static InboundRequest servicenowRequest(String body, String time, String signature) {
        return request("/webhooks/servicenow", body, Map.of("x-timestamp", time, "x-signature", signature));
    }

    private static InboundRequest request(String uri, String body, Map<String, String> signed) {
        Map<String, String> headers = new HashMap<>(signed);
        headers.put("content-type", "application/json");
        return new InboundRequest("POST", uri, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
