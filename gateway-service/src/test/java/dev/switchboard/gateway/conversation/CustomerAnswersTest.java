package dev.switchboard.gateway.conversation;

import static dev.switchboard.gateway.conversation.TestedConversations.call;
import static dev.switchboard.gateway.conversation.TestedConversations.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.Answer;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Customer.RecentCase;
import dev.switchboard.events.OutboundCommand.SendMessage;
import dev.switchboard.gateway.journal.RecordedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerAnswersTest {
    private static final Conversation CALL = call("CA1");
    private static final Customer NAMED = sarah(null, List.of());
    private static final Customer KNOWN = sarah("Lee Design", List.of(new RecentCase("17", "Invoice", "open")));

    private final RecordedKafka kafka = new RecordedKafka();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestedConversations gateway;

    @BeforeEach
    void open() {
        gateway = new TestedConversations(
                kafka, folder, Map.of("switchboard.greeting-budget", "20s", "switchboard.turn-budget", "20s"));
    }

    @Test
    void greetsACallerAsSoonAsTheNameIsKnown() {
        CompletableFuture<Spoken> greeting = greeting();
        gateway.learn(named(CALL.id()));
        assertThat(greeting)
                .succeedsWithin(Duration.ofSeconds(5))
                .extracting(Spoken::text)
                .asString()
                .startsWith("Hi Sarah!");
    }

    @Test
    void keepsWhatTheCrmTellsAfterTheName() {
        CompletableFuture<Spoken> greeting = greeting();
        gateway.learn(named(CALL.id()));
        gateway.learn(identified(CALL.id(), KNOWN));
        // Kafka delivers it again, and another CRM knows somebody else by that number.
        gateway.learn(named(CALL.id()));
        gateway.learn(
                identified(CALL.id(), new Customer("hubspot", "9", "Sam", "Sam", null, null, null, null, List.of())));
        assertThat(greeting).succeedsWithin(Duration.ofSeconds(5));

        gateway.calls().over(CALL, true, Duration.ZERO);

        assertThat(kafka.of(Ended.class)).extracting(Ended::customer).containsExactly(KNOWN);
    }

    @Test
    void repliesToAFirstMessageWhenAllIsTold() {
        CompletableFuture<Void> replied = gateway.chats().receive(message("m1", "hello"));
        ConversationId chat = begun();

        gateway.learn(named(chat));
        Awaitility.await()
                .during(Duration.ofMillis(200))
                .until(() -> kafka.of(SendMessage.class).isEmpty());
        gateway.learn(identified(chat, KNOWN));

        assertThat(replied).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void waitsForNothingMoreWhereAllIsToldWithTheName() {
        CompletableFuture<Void> replied = gateway.chats().receive(message("m1", "hello"));
        gateway.learn(identified(begun(), KNOWN));
        assertThat(replied).succeedsWithin(Duration.ofSeconds(5));
    }

    private CompletableFuture<Spoken> greeting() {
        CompletableFuture<Spoken> greeting =
                CompletableFuture.supplyAsync(() -> gateway.calls().greet(CALL));
        begun();
        return greeting;
    }

    private ConversationId begun() {
        Awaitility.await().until(() -> !kafka.of(Started.class).isEmpty());
        return kafka.of(Started.class).getLast().conversation().id();
    }

    private static Answer named(ConversationId conversation) {
        return new Answer.CustomerNamed(conversation, NAMED.system(), NAMED, Instant.EPOCH);
    }

    private static Answer identified(ConversationId conversation, Customer customer) {
        return new Answer.CustomerIdentified(conversation, customer.system(), customer, false, Instant.EPOCH);
    }

    private static Customer sarah(@Nullable String company, List<RecentCase> cases) {
        return new Customer("salesforce", "003A", "Sarah", "Sarah Lee", null, null, company, null, cases);
    }
}
