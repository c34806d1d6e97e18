package dev.switchboard.gateway.conversation;

import static dev.switchboard.gateway.conversation.TestedConversations.call;
import static dev.switchboard.gateway.conversation.TestedConversations.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingsTest {
    private static final Conversation CALL = call("CA1");

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestedConversations gateway;

    @BeforeEach
    void open() {
        gateway = new TestedConversations(kafka, folder, Map.of());
    }

    @Test
    void endsAnIdleChatOnce() {
        gateway.chats().receive(message("m1", "hello")).join();
        gateway.pass(Duration.ofMinutes(10));
        gateway.endings().endSilent();
        assertThat(kafka.of(Ended.class)).isEmpty();

        gateway.pass(Duration.ofSeconds(1));
        sweepFromEverywhere();

        assertThat(kafka.of(Ended.class)).singleElement().satisfies(ended -> {
            assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(601));
            assertThat(ended.understanding().transcript()).hasSize(2);
        });
    }

    @Test
    void beginsANewChatAfterAnIdleOne() {
        gateway.chats().receive(message("m1", "hello")).join();
        gateway.pass(Duration.ofMinutes(11));
        gateway.endings().endSilent();

        gateway.chats().receive(message("m2", "hello")).join();
        gateway.endings().endSilent();

        assertThat(kafka.of(Started.class)).hasSize(2);
        assertThat(kafka.of(Ended.class)).hasSize(1);
    }

    @Test
    void keepsAChatInWhichSomebodyWrites() {
        gateway.chats().receive(message("m1", "hello")).join();
        gateway.pass(Duration.ofMinutes(9));
        gateway.chats().receive(message("m2", "hello")).join();
        gateway.pass(Duration.ofMinutes(9));

        gateway.endings().endSilent();

        assertThat(kafka.of(Ended.class)).isEmpty();
    }

    @Test
    void endsAnExpiredCallOnceThoughItsEndIsToldAfterwards() {
        gateway.calls().greet(CALL);
        gateway.pass(Duration.ofHours(4));
        gateway.endings().endSilent();
        assertThat(kafka.of(Ended.class)).isEmpty();

        gateway.pass(Duration.ofSeconds(1));
        sweepFromEverywhere();
        gateway.calls().over(CALL, true, Duration.ofHours(4));

        assertThat(kafka.of(Ended.class)).hasSize(1);
    }

    @Test
    void endsACallThatAnEarlierProcessBegan() {
        gateway.calls().over(CALL, true, Duration.ofSeconds(31));
        gateway.calls().over(CALL, true, Duration.ofSeconds(31));

        assertThat(kafka.of(Ended.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.duration()).isEqualTo(Duration.ofSeconds(31)));
    }

    @Test
    void takesACallThatWePlacedForNoConversation() {
        gateway.calls().over(CALL, false, Duration.ofSeconds(31));

        assertThat(kafka.of(Ended.class)).isEmpty();
    }

    private void sweepFromEverywhere() {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(gateway.endings()::endSilent))
                        .limit(4)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        gateway.endings().endSilent();
    }
}
