package dev.switchboard.telephony.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Say;
import org.jspecify.annotations.Nullable;

/** What a call is told to do. */
final class Twiml {
    private static final int RING_SECONDS = 30;
    /** Twilio goes on to it whether a colleague has talked with the caller or nobody has answered. */
    private static final String OVER = "That call is over. If you still need help, please call us again. Goodbye!";

    private Twiml() {}

    static String say(String words) {
        return new VoiceResponse.Builder()
                .say(new Say.Builder(words).build())
                .build()
                .toXml();
    }

    /**
     * Rings {@code number} and joins the two; the caller hears it ring until somebody answers. Afterwards the gateway at
     * {@code publicUrl} goes on with a caller whom nobody took; where it is not known, the caller at least hears that it is over.
     */
    static String dial(String number, @Nullable String publicUrl) {
        Dial.Builder dial = new Dial.Builder()
                .timeout(RING_SECONDS)
                .answerOnBridge(true)
                .number(new Number.Builder(number).build());
        if (publicUrl != null) {
            dial.action(publicUrl + "/transferred").method(HttpMethod.POST);
            return new VoiceResponse.Builder().dial(dial.build()).build().toXml();
        }
        return new VoiceResponse.Builder()
                .dial(dial.build())
                .say(new Say.Builder(OVER).build())
                .build()
                .toXml();
    }
}
