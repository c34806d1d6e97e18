package dev.switchboard.gateway.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.conversation.Spoken;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What we say, as TwiML.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">Twilio: TwiML for voice</a>
 */
@Singleton
public final class Documents {
    /** Twilio signs a URL as it calls it, so the addresses in our documents are made from the public one. */
    private final String publicUrl;

    private final GatewaySettings settings;

    Documents(GatewaySettings settings) {
        this.settings = settings;
        this.publicUrl = settings.publicUrl().toString().replaceAll("/+$", "");
    }

    /** The document for what we say; {@code turn} is the number of the customer's next turn. */
    public String of(Spoken spoken, int turn) {
        return switch (spoken.next()) {
            case LISTEN -> listen(spoken.text(), turn);
            case HANG_UP ->
                new VoiceResponse.Builder()
                        .say(say(spoken.text()))
                        .hangup(new Hangup.Builder().build())
                        .build()
                        .toXml();
            case TRANSFER ->
                new VoiceResponse.Builder()
                        .say(say(spoken.text()))
                        .dial(new Dial.Builder(settings.transferTo().orElseThrow())
                                .answerOnBridge(true)
                                .action(publicUrl + "/transferred?turn=" + turn)
                                .method(HttpMethod.POST)
                                .build())
                        .build()
                        .toXml();
        };
    }

    /** Ends the call. */
    public static String hangUp() {
        return new VoiceResponse.Builder()
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    private String listen(String text, int turn) {
        String next = publicUrl + "/process-speech?turn=" + turn;
        Gather gather = new Gather.Builder()
                .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                .action(next)
                .method(HttpMethod.POST)
                .option("language", settings.language())
                .speechTimeout("auto")
                .timeout(5)
                .actionOnEmptyResult(true)
                .say(say(text))
                .build();
        return new VoiceResponse.Builder()
                .gather(gather)
                .redirect(new Redirect.Builder(next + "&timeout=1")
                        .method(HttpMethod.POST)
                        .build())
                .build()
                .toXml();
    }

    private Say say(String text) {
        return new Say.Builder(text).option("language", settings.language()).build();
    }
}
