package dev.switchboard.cli.call;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One call as Twilio carries it: signed form posts to the gateway, and each answer's {@code Gather} and {@code Redirect}
 * followed.
 */
final class TwilioCall {
    /** Twilio gives up after 15 s, and so does the caller. */
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(DEADLINE).build();
    private final Line line;
    private final String callSid = "CA" + UUID.randomUUID().toString().replace("-", "");
    private URI next;

    TwilioCall(Line line) {
        this.line = line;
        this.next = line.publicUrl().resolve("/incoming-call");
    }

    /** The provider's id of the call, and the conversation's. */
    String sid() {
        return callSid;
    }

    /** Both return what the caller hears. */
    List<String> ring() {
        return listen(post(next, Map.of("CallStatus", "ringing")));
    }

    List<String> say(String speech) {
        return listen(post(next, Map.of("CallStatus", "in-progress", "SpeechResult", speech, "Confidence", "0.92")));
    }

    void hangUp() {
        send(line.publicUrl().resolve("/call-status"), Map.of("CallStatus", "completed", "CallDuration", "42"));
    }

    private List<String> listen(Twiml answer) {
        var heard = new ArrayList<>(answer.said());
        var current = answer;
        for (int i = 0; i < MOST_REDIRECTS && current.gatherAction() == null && current.redirect() != null; i++) {
            next = next.resolve(current.redirect());
            current = post(next, Map.of("CallStatus", "in-progress"));
            heard.addAll(current.said());
        }
        if (current.gatherAction() != null) {
            next = next.resolve(current.gatherAction());
        }
        return heard;
    }

    private Twiml post(URI url, Map<String, String> own) {
        return Twiml.parse(send(url, own).body());
    }

    private HttpResponse<String> send(URI url, Map<String, String> own) {
        var fields = new TreeMap<>(line.fields());
        fields.put("CallSid", callSid);
        fields.putAll(own);
        var request = HttpRequest.newBuilder(line.reachable(url))
                .timeout(DEADLINE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", line.signature().of(url.toString(), fields))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new CallFailed(
                        "The gateway answered " + url.getPath() + " with HTTP " + answer.statusCode() + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new CallFailed(
                    "The gateway did not answer " + url.getPath() + " within " + DEADLINE.toSeconds() + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("The call was interrupted.", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
