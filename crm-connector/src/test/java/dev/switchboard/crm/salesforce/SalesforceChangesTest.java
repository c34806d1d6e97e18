package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.Change;
import dev.switchboard.events.Change.ContactChanged;
import dev.switchboard.events.Change.TicketChanged;
import dev.switchboard.events.Change.What;
import dev.switchboard.events.PositionReached;
import dev.switchboard.events.Topics;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.runtime.adapter.Subscription;
import dev.switchboard.testkit.EventProducer;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestHouse.class)
@TestProfile(SalesforceChangesTest.ListensToPubSub.class)
class SalesforceChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VendorTwin salesforce = VendorTwin.of("salesforce");

    @Inject
    IntegratedSystems systems;

    @BeforeEach
    void openPubSub() {
        salesforce.reset();
        String endpoint = ConfigProvider.getConfig().getValue("SALESFORCE_PUBSUB_ENDPOINT", String.class);
        int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        salesforce.add("PubSub", VendorTwin.object().put("port", port));
        // Sessions end with a reset. The runtime calls again after a renewal; these tests call once.
        crm().ping();
    }

    @AfterEach
    void heal() {
        salesforce.heal();
    }

    @Test
    void tellsAllWhatChangedAndKeepsItsPlace() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader changes = TopicReader.fromNow(kafka, Topics.CHANGES);
                TopicReader positions = TopicReader.fromNow(kafka, Topics.POSITIONS)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                added("Contact", "Line is open");
                return !changes.events(ContactChanged.class).isEmpty();
            });
            String id = added("Contact", "Told");
            changes.await(ContactChanged.class, change -> change.contactId().equals(id));
            positions.await(
                    PositionReached.class, reached -> reached.subscription().contains("Contact"));
        }
    }

    @Test
    void goesOnWhereAnotherReplicaStopped() {
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (TopicReader changes = TopicReader.fromNow(kafka, Topics.CHANGES);
                TopicReader positions = TopicReader.fromNow(kafka, Topics.POSITIONS);
                EventProducer events = new EventProducer(kafka)) {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                added("Contact", "Line is open");
                return !changes.events(ContactChanged.class).isEmpty();
            });
            PositionReached ours = positions.await(
                    PositionReached.class, reached -> reached.subscription().contains("Contact"));
            String theirs;
            String nobodys;
            try (AnotherReplica other = new AnotherReplica(kafka)) {
                await().atMost(PATIENCE).until(other::mayListen);
                theirs = added("Contact", "Theirs");
                Listening they = new Listening(subscription("Contact"), ours.position());
                await().atMost(PATIENCE).until(() -> they.told(theirs));
                they.hangUp();
                events.send(
                        Topics.POSITIONS,
                        new PositionReached("salesforce", ours.subscription(), they.position(), Instant.now()));
                events.flush();
                nobodys = added("Contact", "Nobody's");
            }

            changes.await(ContactChanged.class, change -> change.contactId().equals(nobodys));

            assertThat(changes.events(ContactChanged.class))
                    .extracting(ContactChanged::contactId)
                    .doesNotContain(theirs);
        }
    }

    @Test
    void losesNothingWhileNobodyListens() {
        Listening first = new Listening(subscription("Contact"), null);
        String before = heardOf(first, "Before");
        first.hangUp();

        String meanwhile = added("Contact", "Meanwhile");
        change(meanwhile, "Phone", "+14155550123");
        String gone = added("Contact", "Gone");
        salesforce.add("Contact", VendorTwin.object().put("Id", gone).put("IsDeleted", true));

        Listening second = new Listening(subscription("Contact"), first.position());
        await().atMost(PATIENCE).until(() -> second.changes.size() >= 4);
        second.hangUp();
        assertThat(second.changes)
                .map(change -> (ContactChanged) change)
                .extracting(ContactChanged::contactId, ContactChanged::what)
                .doesNotContain(tuple(before, What.CREATED))
                .containsExactly(
                        tuple(meanwhile, What.CREATED),
                        tuple(meanwhile, What.CHANGED),
                        tuple(gone, What.CREATED),
                        tuple(gone, What.DELETED));
    }

    @Test
    void asksForMoreAsLongAsThereIsMore() {
        Listening listening = new Listening(subscription("Contact"), null);
        heardOf(listening, "First");
        listening.hangUp();
        for (int number = 0; number < 130; number++) {
            added("Contact", "Number " + number);
        }
        Listening again = new Listening(subscription("Contact"), listening.position());
        await().atMost(PATIENCE).until(() -> again.changes.size() == 130);
        again.hangUp();
    }

    @Test
    void readsACaseThatWasClosed() {
        Listening listening = new Listening(subscription("Case"), null);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            salesforce.add("Case", VendorTwin.object().put("Subject", "Line is open"));
            return !listening.changes.isEmpty();
        });
        String id = salesforce
                .add("Case", VendorTwin.object().put("Subject", "Broken"))
                .path("Id")
                .asText();
        change(id, "Status", "Closed");
        await().atMost(PATIENCE)
                .until(() -> listening.changes.stream()
                        .filter(TicketChanged.class::isInstance)
                        .map(TicketChanged.class::cast)
                        .anyMatch(ticket -> ticket.ticketId().equals(id) && "closed".equals(ticket.status())));
        listening.hangUp();
    }

    @Test
    void beginsWithTheOldestThatIsKeptWhenItsPlaceIsGone() {
        Listening first = new Listening(subscription("Contact"), null);
        heardOf(first, "Long ago");
        first.hangUp();
        salesforce.add("PubSub", VendorTwin.object().put("forget", true));
        String kept = added("Contact", "Kept");

        Listening second = new Listening(subscription("Contact"), first.position());
        await().atMost(PATIENCE).until(() -> !second.changes.isEmpty());
        second.hangUp();
        assertThat(second.changes)
                .extracting(change -> ((ContactChanged) change).contactId())
                .containsExactly(kept);
    }

    @Test
    void renewsASessionThatEndedAndGoesOn() {
        Listening first = new Listening(subscription("Contact"), null);
        heardOf(first, "Before");
        salesforce.expireTokens();
        await().atMost(PATIENCE).until(() -> first.failure != null);
        assertThat(first.failure).isInstanceOf(Failure.AuthExpired.class);

        Listening second = new Listening(subscription("Contact"), first.position());
        String id = heardOf(second, "After");
        second.hangUp();
        assertThat(second.changes)
                .extracting(change -> ((ContactChanged) change).contactId())
                .contains(id);
    }

    @Test
    void saysNothingOfWhatWeDidOurselves() {
        Listening listening = new Listening(subscription("Contact"), null);
        heardOf(listening, "Somebody else's");
        String ours = crm().createContact(new CreateContact(
                        new IdempotencyKey("ours-" + System.nanoTime()),
                        "Ours",
                        new PhoneNumber("+14155550188"),
                        null,
                        "AI Call"))
                .id();
        heardOf(listening, "And somebody else's again");
        listening.hangUp();
        assertThat(listening.changes)
                .extracting(change -> ((ContactChanged) change).contactId())
                .doesNotContain(ours);
    }

    /** Adds contacts until the line, which begins with what comes after it was opened, tells of one; returns the last. */
    private String heardOf(Listening listening, String name) {
        int before = listening.changes.size();
        String[] last = {""};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            last[0] = added("Contact", name);
            return listening.changes.size() > before;
        });
        await().atMost(PATIENCE)
                .until(() -> listening.changes.stream()
                        .anyMatch(
                                change -> ((ContactChanged) change).contactId().equals(last[0])));
        return last[0];
    }

    private CrmSystem crm() {
        return (CrmSystem) systems.named("salesforce").orElseThrow().system();
    }

    private String added(String type, String lastName) {
        return salesforce
                .add(type, VendorTwin.object().put("LastName", lastName))
                .path("Id")
                .asText();
    }

    private void change(String id, String field, String value) {
        String type = id.startsWith("500") ? "Case" : "Contact";
        salesforce.add(type, VendorTwin.object().put("Id", id).put(field, value));
    }

    private Subscription subscription(String type) {
        return systems.named("salesforce").orElseThrow().subscriptions().stream()
                .filter(each -> each.name().contains(type))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody on the line. */
    private static final class Listening implements Subscription.Listener {
        private final List<Change> changes = new CopyOnWriteArrayList<>();
        private final Thread thread;
        private volatile @Nullable String position;
        private volatile @Nullable Failure failure;

        Listening(Subscription subscription, @Nullable String from) {
            position = from;
            thread = Thread.ofVirtual().start(() -> {
                try {
                    subscription.listen(from, this);
                } catch (IntegrationException broken) {
                    failure = broken.failure();
                } catch (InterruptedException hungUp) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void heard(List<Change> heard, String reached) {
            changes.addAll(heard);
            position = reached;
        }

        @Override
        public void unreadable() {
            failure = new Failure.Malformed(null);
        }

        boolean told(String contactId) {
            return changes.stream()
                    .anyMatch(change -> ((ContactChanged) change).contactId().equals(contactId));
        }

        String position() {
            return Objects.requireNonNull(position);
        }

        void hangUp() {
            thread.interrupt();
            await().until(() -> !thread.isAlive());
        }
    }

    /** Gets the right to listen as soon as it asks for it: its name comes first in the alphabet, and Kafka goes by that. */
    private static final class AnotherReplica implements AutoCloseable {
        private final KafkaConsumer<String, byte[]> consumer;
        private final Thread thread;
        private volatile boolean mayListen;
        private volatile boolean open = true;

        AnotherReplica(String kafka) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            kafka,
                            ConsumerConfig.GROUP_ID_CONFIG,
                            "crm-connector-subscriptions",
                            ConsumerConfig.CLIENT_ID_CONFIG,
                            "another",
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            thread = Thread.ofVirtual().start(this::hold);
        }

        boolean mayListen() {
            return mayListen;
        }

        private void hold() {
            try (consumer) {
                consumer.subscribe(List.of(Topics.POSITIONS));
                while (open) {
                    consumer.poll(Duration.ofMillis(100));
                    mayListen = !consumer.assignment().isEmpty();
                }
            }
        }

        @Override
        public void close() {
            open = false;
            await().atMost(PATIENCE).until(() -> !thread.isAlive());
        }
    }

    /** Says where the simulated Pub/Sub API will be. */
    public static class ListensToPubSub implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket free = new ServerSocket(0)) {
                return Map.of("SALESFORCE_PUBSUB_ENDPOINT", "http://127.0.0.1:" + free.getLocalPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
