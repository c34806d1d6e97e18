package dev.switchboard.telephony.twilio;

import dev.switchboard.integration.port.TelephonySystem.Recording;
import jakarta.ws.rs.core.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Transcripts by a Conversational Intelligence service. One is made on request and takes minutes: the first look asks for it,
 * a later one finds it.
 *
 * @param host where the service is
 * @param authorization the header's whole value, since the host is not the connection's
 * @param service the service's SID
 */
record TwilioTranscripts(TwilioTranscriptsApi api, String host, String authorization, String service) {
    private static final int MOST_SENTENCES = 1_000;

    Optional<String> of(Recording recording) {
        List<TwilioJson.Transcript> known =
                api.ofRecording(host, authorization, service, recording.id()).transcripts();
        if (known.isEmpty()) {
            api.ask(
                    host,
                    authorization,
                    new Form()
                            .param("ServiceSid", service)
                            .param("Channel", "{\"media_properties\":{\"source_sid\":\"" + recording.id() + "\"}}"));
            return Optional.empty();
        }
        return known.stream()
                .filter(transcript -> "completed".equals(transcript.status()))
                .findFirst()
                .map(this::words);
    }

    private String words(TwilioJson.Transcript transcript) {
        return api.sentences(host, authorization, transcript.sid(), MOST_SENTENCES).sentences().stream()
                .map(TwilioJson.Sentence::text)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "TwilioTranscripts[" + service + "]";
    }
}
