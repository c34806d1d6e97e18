package dev.switchboard.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.port.TelephonySystem.Recording;
import jakarta.ws.rs.core.Form;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioTranscriptsTest {
    private static final String HOST = "https://intelligence.twilio.com";
    private static final Recording RECORDING =
            new Recording("RE1", "CA1", URI.create("https://api.twilio.com/RE1.wav"));

    private final FakeIntelligence intelligence = new FakeIntelligence();
    private final TwilioTranscripts transcripts = new TwilioTranscripts(intelligence.api(), HOST, "Basic x", "GA1");

    @Test
    void asksForATranscriptOnceAndHasNoneYet() {
        assertThat(transcripts.of(RECORDING)).isEmpty();
        assertThat(transcripts.of(RECORDING)).isEmpty();
        assertThat(intelligence.asked).hasSize(1);
        assertThat(intelligence.asked.getFirst().asMap())
                .containsEntry("ServiceSid", List.of("GA1"))
                .containsEntry("Channel", List.of("{\"media_properties\":{\"source_sid\":\"RE1\"}}"));
    }

    @Test
    void readsTheSentencesWhenItIsDone() {
        intelligence.known.add(new TwilioJson.Transcript("GT1", "completed"));
        assertThat(transcripts.of(RECORDING)).contains("Where is my order?\nIt has shipped.");
        assertThat(intelligence.asked).isEmpty();
    }

    /** A proxy for the same reason as {@link FakeTwilioApi}. */
    private static final class FakeIntelligence implements InvocationHandler {
        final List<Form> asked = new ArrayList<>();
        final List<TwilioJson.Transcript> known = new ArrayList<>();

        TwilioTranscriptsApi api() {
            return (TwilioTranscriptsApi) Proxy.newProxyInstance(
                    TwilioTranscriptsApi.class.getClassLoader(), new Class<?>[] {TwilioTranscriptsApi.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            assertThat(arguments).startsWith(HOST, "Basic x");
            return switch (method.getName()) {
                case "ofRecording" -> new TwilioJson.Transcripts(List.copyOf(known));
                case "ask" -> begun((Form) arguments[2]);
                case "sentences" ->
                    new TwilioJson.Sentences(List.of(
                            new TwilioJson.Sentence(1, "Where is my order?"),
                            new TwilioJson.Sentence(2, "It has shipped.")));
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }

        private TwilioJson.Transcript begun(Form form) {
            asked.add(form);
            known.add(new TwilioJson.Transcript("GT1", "queued"));
            return known.getFirst();
        }
    }
}
