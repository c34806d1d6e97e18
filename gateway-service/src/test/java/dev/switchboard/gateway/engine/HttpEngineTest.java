package dev.switchboard.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.switchboard.events.Question;
import dev.switchboard.events.Sentiment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEngineTest {
    private final CountDownLatch testOver = new CountDownLatch(1);
    private int status = 200;
    private String answer = "{}";
    private String asked = "";
    private boolean hanging;

    @SuppressWarnings("NullAway.Init")
    private HttpServer bot;

    @SuppressWarnings("NullAway.Init")
    private HttpEngine engine;

    @BeforeEach
    void start() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/turn", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (hanging) {
                awaitTheEnd();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        bot.start();
        engine = new HttpEngine(
                URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/turn"), Duration.ofMillis(500));
    }

    @AfterEach
    void stop() {
        testOver.countDown();
        bot.stop(0);
    }

    @Test
    void speaksTheBotsWordsAndAsksItsQuestions() {
        answer = """
                {"say": "Let me look.", "ask": {"kind": "order-status", "order_number": "1001"}, "end": true,
                 "memory": {"step": "2"}, "a new field": 1}""";

        Reply reply = engine.reply(Dialogues.withMemory(Map.of("step", "1")), "where is my order?");

        assertThat(reply.text()).isEqualTo("Let me look.");
        assertThat(reply.intentions())
                .containsExactly(new Intention.Ask(new Question.OrderStatus("1001")), new Intention.End());
        assertThat(reply.memory()).containsEntry("step", "2");
        assertThat(asked).contains("\"text\":\"where is my order?\"", "\"memory\":{\"step\":\"1\"}");
    }

    @Test
    void takesTheBotsUnderstanding() {
        answer = """
                {"say": "Sorry.", "escalate": "angry", "understanding": {"summary": "A broken mug", "intent": "warranty",
                 "entities": {"order-number": "1001"}, "sentiment": "angry", "resolved": false}}""";

        Reply reply = engine.reply(Dialogues.withMemory(Map.of()), "my mug is broken");
        var understanding = engine.understanding(Dialogues.said(reply.memory(), true, "my mug is broken"));

        assertThat(understanding.summary()).isEqualTo("A broken mug");
        assertThat(understanding.intent()).isEqualTo("warranty");
        assertThat(understanding.sentiment()).isEqualTo(Sentiment.ANGRY);
        assertThat(understanding.resolved()).isFalse();
    }

    @Test
    void apologisesWhenTheBotFailsAndCallsAPersonInTheSecondTime() {
        status = 500;

        Reply first = engine.reply(Dialogues.withMemory(Map.of()), "hello");
        Reply second = engine.reply(Dialogues.withMemory(first.memory()), "hello");

        assertThat(first.text()).contains("say it again");
        assertThat(second.intentions()).hasOnlyElementsOfType(Intention.Escalate.class);
    }

    @Test
    void doesNotWaitForABotThatHangs() {
        hanging = true;

        assertThat(engine.reply(Dialogues.withMemory(Map.of()), "hello").text()).contains("say it again");
    }

    @Test
    void apologisesForAnAnswerThatIsNoJson() {
        answer = "<html>";

        assertThat(engine.reply(Dialogues.withMemory(Map.of()), "hello").text()).contains("say it again");
    }

    @Test
    void fallsBackToTheBuiltInUnderstanding() {
        assertThat(engine.understanding(Dialogues.said(Map.of(), false, "thank you"))
                        .sentiment())
                .isEqualTo(Sentiment.POSITIVE);
    }

    private void awaitTheEnd() {
        try {
            testOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
