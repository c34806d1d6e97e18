package dev.switchboard.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.PhoneCall;
import dev.switchboard.integration.port.PlaceCall;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The forms as they go out, against fixtures. */
class TwilioRequestsTest {
    private static final String LINE = "+14155550000";
    private static final String SARAH = "+14155550100";
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef0123456789abcdef");
    private static final SendText TEXT = new SendText(KEY, LINE, SARAH, "Your ticket number is 12345 & counting");
    private static final PlaceCall CALL =
            new PlaceCall(KEY, new PhoneNumber(LINE), new PhoneNumber(SARAH), "Order <1001> has shipped");

    private final FakeTwilioApi vendor = new FakeTwilioApi();

    @Test
    void sendsATextFromTheLineOfTheConversation() {
        twilio(null, null).sendText(TEXT);
        assertThat(vendor.lastForm()).isEqualTo(fixture("send-text.form"));
    }

    @Test
    void letsTheMessagingServiceChooseTheNumberAndTellsTwilioWhereToReport() {
        twilio("MG00000000000000000000000000000001", "https://calls.example.com")
                .sendText(TEXT);
        assertThat(vendor.lastForm()).isEqualTo(fixture("send-text-by-service.form"));
    }

    @Test
    void sendsFromTheConfiguredNumberWhenTheCommandNamesNone() {
        twilio(null, null).sendText(new SendText(KEY, "", SARAH, "Hello"));
        assertThat(vendor.lastForm()).contains("From=+14155550999\n");
    }

    @Test
    void placesACallThatSpeaks() {
        twilio(null, "https://calls.example.com").placeCall(CALL);
        assertThat(vendor.lastForm()).isEqualTo(fixture("place-call.form"));
    }

    @Test
    void putsACallThroughByDialling() {
        twilio(null, null).transferCall("CA1", "+14155550123");
        assertThat(vendor.lastForm()).isEqualTo(fixture("transfer-call.form"));
    }

    @Test
    void handsACallerBackWhomNobodyTook() {
        twilio(null, "https://calls.example.com").transferCall("CA1", "+14155550123");
        assertThat(vendor.lastForm()).isEqualTo(fixture("transfer-call-and-back.form"));
    }

    @Test
    void endsACallByItsStatus() {
        twilio(null, null).endCall("CA1");
        assertThat(vendor.lastForm()).isEqualTo(fixture("end-call.form"));
    }

    @Test
    void recognizesATextThatATrialAccountPutASentenceBefore() {
        vendor.messages = List.of(
                new TwilioJson.Message("SM1", "Something else", "outbound-api"),
                new TwilioJson.Message("SM2", "Sent from your Twilio trial account - " + TEXT.text(), "outbound-api"));
        assertThat(twilio(null, null).sentText(TEXT)).contains(new SentMessage("SM2"));
        assertThat(vendor.questions).containsExactly(SARAH + " since 2026-11-22T10:00:00Z");
    }

    @Test
    void recognizesACallByItsNumbersForAnHour() {
        vendor.calls = List.of(
                new TwilioJson.Call("CA1", "completed", "inbound"),
                new TwilioJson.Call("CA2", "queued", "outbound-api"));
        assertThat(twilio(null, null).placedCall(CALL)).contains(new PhoneCall("CA2", "queued"));
        assertThat(vendor.questions).containsExactly(LINE + " to " + SARAH + " since 2026-11-23T09:00:00Z");
    }

    @Test
    void refusesToCallASuspendedAccountHealthy() {
        vendor.accountStatus = "suspended";
        assertThatThrownBy(twilio(null, null)::ping).hasMessageContaining("account-suspended");
    }

    private Twilio twilio(@Nullable String service, @Nullable String publicUrl) {
        TwilioAccount account = new TwilioAccount(
                "AC00000000000000000000000000000001",
                URI.create("https://api.twilio.com"),
                service,
                "+14155550999",
                publicUrl);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T10:00:00.123Z"), ZoneOffset.UTC);
        return new Twilio(vendor.api(), account, null, clock);
    }

    private static String fixture(String name) {
        try (InputStream file = TwilioRequestsTest.class.getResourceAsStream("/twilio/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
