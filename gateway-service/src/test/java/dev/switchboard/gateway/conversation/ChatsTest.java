package dev.switchboard.gateway.conversation;

import static dev.switchboard.gateway.conversation.TestedConversations.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent.CustomerSpoke;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatsTest {
    private static final CompletableFuture<Void> TAKEN = CompletableFuture.completedFuture(null);

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestedConversations gateway;

    @BeforeEach
    void open() {
        gateway = started("first");
    }

    @Test
    void isAnsweredWhenTheReplyIsDurableAndNotBefore() {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        kafka.taking(event -> event instanceof SendMessage ? disk : TAKEN);

        CompletableFuture<Void> answered = gateway.chats().receive(message("m1", "hello"));

        Awaitility.await().until(() -> !kafka.of(CustomerSpoke.class).isEmpty());
        assertThatThrownBy(() -> answered.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        disk.complete(null);
        assertThat(answered).succeedsWithin(Duration.ofSeconds(5));
        assertThat(kafka.of(SendMessage.class)).hasSize(1);
    }

    @Test
    void repliesThoughTheProcessDiedBetweenTheMessageAndItsReply() {
        kafka.taking(event -> event instanceof SendMessage ? new CompletableFuture<>() : TAKEN);
        CompletableFuture<Void> neverAnswered = gateway.chats().receive(message("m1", "hello"));
        Awaitility.await().until(() -> !kafka.of(CustomerSpoke.class).isEmpty());
        assertThat(kafka.of(SendMessage.class)).isEmpty();

        kafka.taking(event -> TAKEN);
        started("second").chats().receive(message("m1", "hello")).join();

        assertThat(neverAnswered).isNotDone();
        assertThat(kafka.of(SendMessage.class)).hasSize(1);
        assertThat(ids(kafka.of(Started.class))).hasSize(2).satisfies(ChatsTest::areOne);
        assertThat(ids(kafka.of(CustomerSpoke.class))).hasSize(2).satisfies(ChatsTest::areOne);
    }

    @Test
    void givesAMessageThatComesAgainTheTurnItHad() {
        gateway.chats().receive(message("m1", "hello")).join();
        kafka.taking(event -> event instanceof SendMessage ? RecordedKafka.refusal() : TAKEN);
        assertThat(gateway.chats().receive(message("m2", "hello"))).failsWithin(Duration.ofSeconds(5));
        kafka.taking(event -> TAKEN);
        gateway.chats().receive(message("m3", "hello")).join();

        gateway.chats().receive(message("m2", "hello")).join();
        gateway.chats().receive(message("m2", "hello")).join();

        assertThat(kafka.of(CustomerSpoke.class))
                .extracting(CustomerSpoke::turn)
                .containsExactly(1, 2, 3);
        assertThat(kafka.of(SendMessage.class))
                .extracting(SendMessage::purpose)
                .containsExactly("reply-1", "reply-3", "reply-2");
    }

    @Test
    void repliesOnceToAMessageThatComesAgainWhileItsReplyIsMade() {
        CompletableFuture<Void> disk = new CompletableFuture<>();
        kafka.taking(event -> event instanceof SendMessage ? disk : TAKEN);
        CompletableFuture<Void> first = gateway.chats().receive(message("m1", "hello"));
        CompletableFuture<Void> again = gateway.chats().receive(message("m1", "hello"));

        disk.complete(null);

        assertThat(CompletableFuture.allOf(first, again)).succeedsWithin(Duration.ofSeconds(5));
        assertThat(kafka.of(SendMessage.class)).hasSize(1);
        assertThat(kafka.of(CustomerSpoke.class)).hasSize(1);
    }

    @Test
    void beginsAnewWithWhoWritesJustAsWeSayGoodbye() {
        gateway = new TestedConversations(
                kafka,
                folder.resolve("patient"),
                Map.of("switchboard.greeting-budget", "20s", "switchboard.turn-budget", "20s"));
        CompletableFuture<Void> goodbye = gateway.chats().receive(message("m1", "ok, that's all"));
        CompletableFuture<Void> more = gateway.chats().receive(message("m2", "hello"));
        Awaitility.await().until(() -> kafka.of(CustomerSpoke.class).size() == 2);

        Started started = kafka.of(Started.class).getFirst();
        gateway.learn(new Answer.CustomerUnknown(started.conversation().id(), "crm", Instant.EPOCH));

        assertThat(goodbye).succeedsWithin(Duration.ofSeconds(5));
        Awaitility.await().until(() -> kafka.of(Started.class).size() == 2);
        Started anew = kafka.of(Started.class).getLast();
        gateway.learn(new Answer.CustomerUnknown(anew.conversation().id(), "crm", Instant.EPOCH));
        assertThat(more).succeedsWithin(Duration.ofSeconds(5));
        assertThat(kafka.of(Ended.class)).hasSize(1);
        assertThat(kafka.of(SendMessage.class))
                .extracting(SendMessage::conversation)
                .containsExactly(
                        started.conversation().id(), anew.conversation().id());
    }

    private TestedConversations started(String spool) {
        return new TestedConversations(kafka, folder.resolve(spool), Map.of());
    }

    private static List<String> ids(List<? extends Event> events) {
        return events.stream().map(EventId::of).toList();
    }

    private static void areOne(List<? extends String> ids) {
        assertThat(new HashSet<>(ids)).hasSize(1);
    }
}
