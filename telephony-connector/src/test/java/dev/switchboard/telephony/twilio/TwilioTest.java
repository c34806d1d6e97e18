package dev.switchboard.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.TelephonySystem.Recording;
import dev.switchboard.testkit.TelephonyContract;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class TwilioTest extends TelephonyContract {
    private static final String OPTED_OUT = "+14155550188";

    TwilioTest() {
        super("twilio");
    }

    @Override
    protected boolean renewsTokens() {
        return false;
    }

    @Override
    protected String creatingPath() {
        return "/2010-04-01/Accounts/";
    }

    @Override
    protected int made(IdempotencyKey key) {
        return (int) vendor().records("messages").stream()
                .filter(message -> message.path("body").asText().contains(key.value()))
                .count();
    }

    @Override
    protected String liveCall() {
        return vendor().add("calls", VendorTwin.object().put("from", SARAH.e164()))
                .path("sid")
                .asText();
    }

    @Override
    protected String instructionsOf(String callId) {
        return vendor().exchanges().stream()
                .filter(exchange -> exchange.path("path").asText().endsWith("/Calls/" + callId + ".json"))
                .map(exchange -> exchange.path("requestBody").asText())
                .map(form -> URLDecoder.decode(form, StandardCharsets.UTF_8))
                .reduce("", (earlier, later) -> later);
    }

    @Override
    protected String statusOf(String callId) {
        return vendor().records("calls").stream()
                .filter(call -> call.path("sid").asText().equals(callId))
                .map(call -> call.path("status").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysByNumberThatTheRecipientOptedOut() {
        IntegrationException thrown = catchThrowableOfType(
                IntegrationException.class,
                () -> port().sendText(new SendText(newKey(), LINE.e164(), OPTED_OUT, "Hello")));
        assertThat(thrown.failure()).isEqualTo(new Failure.Invalid(400, "To", "21610"));
        assertThat(thrown).hasMessageNotContaining(OPTED_OUT);
    }

    @Test
    void saysNotFoundWhenTheCallToPutThroughIsOver() {
        String call = liveCall();
        port().endCall(call);
        assertThat(failureOf(() -> port().transferCall(call, "+14155550123"))).isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void takesAMessageThatWasReceivedForNoneOfOurs() {
        SendText command = text(newKey(), "Yes");
        vendor().add(
                        "messages",
                        VendorTwin.object()
                                .put("from", LINE.e164())
                                .put("to", SARAH.e164())
                                .put("body", "Yes"));
        assertThat(port().sentText(command)).isEmpty();
    }

    @Test
    void listsRecordingsOldestFirstWithTheirSound() {
        String call = liveCall();
        JsonNode first = vendor().add("recordings", VendorTwin.object().put("call_sid", call));
        JsonNode second = vendor().add("recordings", VendorTwin.object().put("call_sid", call));
        assertThat(port().recordings(call))
                .extracting(Recording::id)
                .containsExactly(first.path("sid").asText(), second.path("sid").asText());
        assertThat(port().recordings(call).getFirst().audio())
                .hasPath("/twilio/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings/"
                        + first.path("sid").asText() + ".wav");
    }

    @Test
    void hasNoTranscriptsWithoutAServiceForThem() {
        String call = liveCall();
        vendor().add("recordings", VendorTwin.object().put("call_sid", call));
        assertThat(port().transcript(port().recordings(call).getFirst())).isEmpty();
    }
}
