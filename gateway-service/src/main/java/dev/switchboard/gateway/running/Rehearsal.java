package dev.switchboard.gateway.running;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventJson;
import dev.switchboard.gateway.answers.AwaitedAnswers;
import dev.switchboard.gateway.conversation.ConversationState;
import dev.switchboard.gateway.conversation.Spoken;
import dev.switchboard.gateway.engine.ConversationEngine;
import dev.switchboard.gateway.twilio.Documents;
import dev.switchboard.gateway.webhook.Form;
import dev.switchboard.gateway.webhook.InboundRequest;
import dev.switchboard.gateway.webhook.TwilioSignature;
import dev.switchboard.integration.PhoneNumber;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call that nobody makes: everything a call runs but publishing. Over HTTP it comes with a wrong signature and is refused, so
 * it leaves no event.
 */
@Singleton
final class Rehearsal {
    private static final int TIMES = 300;
    private static final int REQUESTS = 150;
    private static final Duration SERVER_STARTS = Duration.ofSeconds(10);
    private static final Map<String, String> CALL = Map.of(
            "CallSid",
            "CA00000000000000000000000000000000",
            "From",
            "+14155550100",
            "To",
            "+14155550000",
            "SpeechResult",
            "Where is my order one thousand and one? It arrived broken.");

    private final ConversationEngine engine;
    private final Documents documents;
    private final AwaitedAnswers awaited;
    private final Clock clock;
    private final CompletableFuture<URI> server = new CompletableFuture<>();
    private final TwilioSignature signature =
            new TwilioSignature(URI.create("https://rehearsal.invalid"), List.of("rehearsal"));

    Rehearsal(ConversationEngine engine, Documents documents, AwaitedAnswers awaited, Clock clock) {
        this.engine = engine;
        this.documents = documents;
        this.awaited = awaited;
        this.clock = clock;
    }

    void listening(@ObservesAsync HttpServerStart start) {
        server.complete(URI.create("http://127.0.0.1:" + start.options().getPort() + "/incoming-call"));
    }

    /** Takes about a second. */
    void run() {
        byte[] body = Form.encoded(CALL);
        for (int time = 0; time < TIMES; time++) {
            rehearse(body);
        }
        ring(body);
    }

    private void rehearse(byte[] body) {
        InboundRequest request =
                new InboundRequest("POST", "/incoming-call", Map.of("x-twilio-signature", "none"), body);
        Form form = Form.parse(body);
        if (signature.genuine(request, form)) {
            throw new IllegalStateException("A rehearsal is never genuine");
        }
        String caller = PhoneNumber.parse(form.required("From"), "US")
                .map(PhoneNumber::e164)
                .orElse("");
        Conversation call = new Conversation(
                new ConversationId(form.required("CallSid")), Channel.PHONE, "rehearsal", caller, "", null);
        EventJson.write(new ConversationEvent.Started(call, clock.instant()));
        ConversationState state = ConversationState.begun(call, clock.instant()).learned(named(call.id()));
        String words = form.required("SpeechResult");
        String reply = engine.reply(state.dialogue(), words).text();
        documents.of(new Spoken("Hello! " + reply, Spoken.Next.LISTEN), 1);
        ConversationEvent spoke = new ConversationEvent.CustomerSpoke(call, 1, words, clock.instant());
        EventId.of(spoke);
        EventJson.write(spoke);
        EventJson.write(new ConversationEvent.Escalated(
                call, "rehearsal", engine.understanding(state.dialogue()), null, clock.instant()));
    }

    /** As it is read from Kafka and waited for. */
    private Answer named(ConversationId call) {
        Customer nobody = new Customer("rehearsal", "1", "Nobody", "Nobody", null, null, null, null, List.of());
        Answer written = new Answer.CustomerNamed(call, nobody.system(), nobody, clock.instant());
        try (var waiting = awaited.expect(call, Answer.CustomerNamed.class::isInstance)) {
            awaited.arrived(EventJson.read(EventJson.write(written), Answer.CustomerNamed.class));
            return waiting.within(Duration.ZERO).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void ring(byte[] body) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(server.get(SERVER_STARTS.toMillis(), TimeUnit.MILLISECONDS))
                    .timeout(SERVER_STARTS)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-Twilio-Signature", "none")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            for (int time = 0; time < REQUESTS; time++) {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException | IllegalArgumentException | ExecutionException | TimeoutException unreachable) {
            // Behind another address or TLS alone: the rest is warm.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
