package dev.switchboard.telephony.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Say;

/** What a call is told to do. */
final class Twiml {
    private static final int RING_SECONDS = 30;

    private Twiml() {}

    static String say(String words) {
        return new VoiceResponse.Builder()
                .say(new Say.Builder(words).build())
                .build()
                .toXml();
    }

    /** Rings {@code number} and joins the two; the caller hears it ring until somebody answers. */
    static String dial(String number) {
        return new VoiceResponse.Builder()
                .dial(new Dial.Builder()
                        .timeout(RING_SECONDS)
                        .answerOnBridge(true)
                        .number(new Number.Builder(number).build())
                        .build())
                .build()
                .toXml();
    }
}
