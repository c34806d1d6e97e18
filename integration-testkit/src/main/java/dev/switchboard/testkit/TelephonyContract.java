package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.PhoneCall;
import dev.switchboard.integration.port.PlaceCall;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.TelephonySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone system's adapter must do. Its create is {@link TelephonySystem#sendText}. */
public abstract class TelephonyContract extends CreatingContract<TelephonySystem> {
    protected static final PhoneNumber LINE = new PhoneNumber("+14155550000");
    protected static final PhoneNumber SARAH = new PhoneNumber("+14155550100");

    protected TelephonyContract(String system) {
        super(system, TelephonySystem.class);
    }

    /** Makes a call stand at the vendor that can be transferred and ended; returns its id. */
    protected abstract String liveCall();

    /** What the vendor was last told to do with the call: its instructions, as text. */
    protected abstract String instructionsOf(String callId);

    /** How the call stands in the vendor's records. */
    protected abstract String statusOf(String callId);

    @Override
    protected void lookUp() {
        port().placedCall(call(newKey()));
    }

    @Override
    protected String create(IdempotencyKey key) {
        return port().sendText(text(key, "Your ticket number is " + key)).id();
    }

    @Test
    void placesACallOnce() {
        PlaceCall command = call(newKey());
        PhoneCall placed = port().placeCall(command);
        assertThat(placed.id()).isNotBlank();
        assertThat(port().placedCall(command)).map(PhoneCall::id).contains(placed.id());
    }

    @Test
    void putsALiveCallThrough() {
        String call = liveCall();
        port().transferCall(call, "+14155550123");
        assertThat(instructionsOf(call)).contains("+14155550123");
    }

    @Test
    void endsACallAndDoesNotMindThatItIsOver() {
        String call = liveCall();
        port().endCall(call);
        assertThat(statusOf(call)).isEqualTo("completed");
        assertThatCode(() -> port().endCall(call)).doesNotThrowAnyException();
    }

    @Test
    void hasNoRecordingsOfAnUnknownCall() {
        assertThat(port().recordings("CA00000000000000000000000000000fff")).isEmpty();
    }

    @Test
    void refusesATextThatIsTooLong() {
        assertThat(failureOf(() -> port().sendText(text(newKey(), "x".repeat(2_000)))))
                .isInstanceOf(Failure.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's & <b>", "emoji 😀 ünïcode", "a=b&To=+1", "100 % + more", "two\nlines"})
    void sendsAnyTextAsItIs(String words) {
        IdempotencyKey key = newKey();
        port().sendText(text(key, words + " " + key));
        assertThat(made(key)).isEqualTo(1);
    }

    protected static SendText text(IdempotencyKey key, String words) {
        return new SendText(key, LINE.e164(), SARAH.e164(), words);
    }

    private static PlaceCall call(IdempotencyKey key) {
        return new PlaceCall(key, LINE, SARAH, "Your order has shipped, " + key);
    }
}
