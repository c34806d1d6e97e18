package dev.switchboard.telephony.twilio;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Twilio answers, as far as it is read. A record that lacks what its contract promises does not come to be. */
final class TwilioJson {
    private TwilioJson() {}

    record Account(String status) {
        Account {
            promised(status);
        }
    }

    record Message(
            String sid, @Nullable String body, @Nullable String direction) {
        Message {
            promised(sid);
        }
    }

    record Messages(List<Message> messages) {
        Messages {
            promised(messages);
        }
    }

    record Call(String sid, String status, @Nullable String direction) {
        Call {
            promised(sid);
            promised(status);
        }
    }

    record Calls(List<Call> calls) {
        Calls {
            promised(calls);
        }
    }

    record Recording(String sid, String status, String uri) {
        Recording {
            promised(sid);
            promised(uri);
        }
    }

    record Recordings(List<Recording> recordings) {
        Recordings {
            promised(recordings);
        }
    }

    record Transcript(String sid, String status) {
        Transcript {
            promised(sid);
        }
    }

    record Transcripts(List<Transcript> transcripts) {
        Transcripts {
            promised(transcripts);
        }
    }

    record Sentence(
            @JsonProperty("media_channel") int channel,
            @JsonProperty("transcript") String text) {}

    record Sentences(List<Sentence> sentences) {
        Sentences {
            promised(sentences);
        }
    }

    private static void promised(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("The answer lacks what its contract promises");
        }
    }
}
