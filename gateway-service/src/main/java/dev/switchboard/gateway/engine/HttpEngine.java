package dev.switchboard.gateway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.switchboard.events.Sentiment;
import dev.switchboard.events.Understanding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Your own bot behind a URL. Each turn is one {@code POST} of JSON:
 *
 * <pre>{@code
 * {"conversation": "CA123", "channel": "phone", "text": "where is my order 1001?",
 *  "customer": {"name": "Sarah Lee", "first_name": "Sarah", "company": "Acme", "segment": "gold"},
 *  "transcript": [{"speaker": "agent", "text": "Hi Sarah! ..."}, {"speaker": "customer", "text": "where is ..."}],
 *  "memory": {"what": "the bot said last time"}, "escalated": false}
 * }</pre>
 *
 * {@code customer} is absent while unknown. The answer is 200 with JSON; every field may be left out:
 *
 * <pre>{@code
 * {"say": "Let me look.",
 *  "ask": {"kind": "order-status", "order_number": "1001"},   // or ticket-status/ticket_number, how-to/words
 *  "escalate": "why a person is needed", "transfer": false, "end": false,
 *  "memory": {"what": "the bot wants back next time"},
 *  "understanding": {"summary": "...", "intent": "order-status", "entities": {"order-number": "1001"},
 *                    "sentiment": "neutral", "resolved": true}}
 * }</pre>
 *
 * A bot that fails or takes too long gets no second chance in the turn: the customer hears an apology and is asked to say it
 * again, the second time in a row a person is called in. What the bot never told about its understanding the built-in engine
 * works out.
 */
final class HttpEngine implements ConversationEngine {
    private static final Logger LOG = Logger.getLogger(HttpEngine.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Notes of ours among the bot's own. */
    private static final String OURS = "switchboard.";

    private static final String FAILED = OURS + "failed";
    private static final String UNDERSTANDING = OURS + "understanding";

    private final URI bot;
    private final Duration timeout;
    private final HttpClient client;

    HttpEngine(URI bot, Duration timeout) {
        this.bot = bot;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Reply reply(Dialogue soFar, String text) {
        try {
            return BotTurn.reply(ask(BotTurn.request(soFar, text, OURS)), soFar.memory(), UNDERSTANDING);
        } catch (IOException e) {
            LOG.warnf("The bot gave no reply: %s", e.getClass().getSimpleName());
            return apology(soFar);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return apology(soFar);
        }
    }

    @Override
    public Understanding understanding(Dialogue soFar) {
        Understanding own = Summary.of(soFar);
        String told = soFar.memory().get(UNDERSTANDING);
        if (told == null) {
            return own;
        }
        try {
            JsonNode json = JSON.readTree(told);
            Map<String, String> entities = new HashMap<>();
            json.path("entities")
                    .properties()
                    .forEach(one -> entities.put(one.getKey(), one.getValue().asText()));
            return new Understanding(
                    json.path("summary").asText(own.summary()),
                    json.path("intent").asText(own.intent()),
                    entities,
                    json.has("sentiment") ? JSON.convertValue(json.get("sentiment"), Sentiment.class) : own.sentiment(),
                    json.path("resolved").asBoolean(own.resolved()),
                    soFar.transcript());
        } catch (IOException | IllegalArgumentException e) {
            return own;
        }
    }

    private JsonNode ask(JsonNode turn) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(bot)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(turn)))
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("The bot answered " + answer.statusCode());
        }
        JsonNode json = JSON.readTree(answer.body());
        if (!json.isObject()) {
            throw new IOException("The bot's answer is no JSON object");
        }
        return json;
    }

    private static Reply apology(Dialogue soFar) {
        Map<String, String> notes = new HashMap<>(soFar.memory());
        if (notes.put(FAILED, "true") != null) {
            return Reply.saying(
                    "I'm sorry, I have a problem of my own right now.",
                    notes,
                    new Intention.Escalate("The bot gave no reply"));
        }
        return Reply.saying("I'm sorry, I didn't get that. Could you say it again?", notes);
    }
}
