package dev.switchboard.runtime.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.ConversationId;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventJson;
import dev.switchboard.events.Topics;
import dev.switchboard.events.Unreadable;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.runtime.Broker;
import dev.switchboard.runtime.KafkaAround;
import dev.switchboard.runtime.call.CallScope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an event whose work fails. */
@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
@Timeout(90)
class EventProcessingTest {
    private static final Failure AWAY = new Failure.Unavailable(503, true, null);
    private static final Failure REFUSED = new Failure.Invalid(422, "subject", "too-long");
    /** Kafka's own default for a request, and so for a record. */
    private static final int MOST_BYTES = 1_048_576;

    private static final String STARTED = "conversation.started.v1";

    @Inject
    DeskEvents desk;

    @Inject
    EventPublisher publisher;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final String key = "CA" + UUID.randomUUID();
    private final Started event = started(key);

    @Test
    void worksOnAnEventForItsConversation() {
        Queue<CallScope> scopes = new ConcurrentLinkedQueue<>();
        desk.does(key, (event, delivery) -> scopes.add(CallScope.current()));

        publish(Topics.CALLS, event);

        await().until(() -> !scopes.isEmpty());
        assertThat(scopes).containsExactly(new CallScope(key, null, delivery(0).repeated()));
        assertThat(delivery(0).topic()).isEqualTo(Topics.CALLS);
        assertThat(delivery(0).attempt()).isEqualTo(1);
    }

    @Test
    void putsFailedWorkOnTheRetryTopicUntilItIsDue() throws IOException {
        Queue<Instant> worked = new ConcurrentLinkedQueue<>();
        desk.does(key, (event, delivery) -> {
            worked.add(Instant.now());
            if (delivery.attempt() == 1) {
                throw failed(AWAY);
            }
        });

        publish(Topics.CALLS, event);

        ConsumerRecord<String, byte[]> waiting = only(Topics.retryOf(Topics.CALLS));
        assertThat(EventJson.read(waiting.value(), Started.class)).isEqualTo(event);
        assertThat(Broker.header(waiting, "ce_type")).isEqualTo(STARTED);
        assertThat(Broker.header(waiting, "ce_id")).isEqualTo(EventId.of(event));
        assertThat(Broker.header(waiting, "switchboard-retry-service")).isEqualTo("desk-connector");
        assertThat(Broker.header(waiting, "switchboard-retry-attempt")).isEqualTo("2");
        assertThat(Broker.header(waiting, "switchboard-retry-reason"))
                .isEqualTo("desk /tickets/open: unavailable (503)");
        Instant due = Instant.parse(Broker.header(waiting, "switchboard-retry-due"));
        await().until(() -> worked.size() == 2);
        assertThat(List.copyOf(worked).getLast()).isAfterOrEqualTo(due);
        assertThat(due).isAfterOrEqualTo(List.copyOf(worked).getFirst().plusMillis(400));
        assertThat(delivery(1)).satisfies(again -> {
            assertThat(again.topic()).isEqualTo(Topics.CALLS);
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.repeated()).isTrue();
            assertThat(again.age()).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        });
        assertThat(dead()).isEmpty();
    }

    @Test
    void saysOfWhatComesOfRepeatedWorkThatItMayHaveBeenPublishedBefore() {
        String first = key + "-first";
        String again = key + "-again";
        desk.does(key, (event, delivery) -> {
            publisher.publish(Topics.CALLS, started(delivery.attempt() == 1 ? first : again));
            if (delivery.attempt() == 1) {
                throw failed(AWAY);
            }
        });

        publish(Topics.CALLS, event);

        await().until(() -> !desk.deliveries(again).isEmpty());
        assertThat(desk.deliveries(again)).extracting(Delivery::repeated).containsExactly(true);
        assertThat(desk.deliveries(first))
                .extracting(Delivery::repeated)
                .containsExactly(delivery(0).repeated());
    }

    @Test
    void waitsAsLongAsTheVendorAsked() {
        desk.does(key, (event, delivery) -> {
            if (delivery.attempt() == 1) {
                throw failed(new Failure.RateLimited(429, Duration.ofSeconds(2)));
            }
        });
        Instant begun = Instant.now();

        publish(Topics.CALLS, event);

        await().until(() -> desk.deliveries(key).size() == 2);
        assertThat(Instant.now()).isAfterOrEqualTo(begun.plusSeconds(2));
    }

    @Test
    void leavesTheRetriesOfOtherServicesAlone() {
        publish(Topics.retryOf(Topics.CALLS), event, retryOf("another-connector", 2));
        publish(Topics.retryOf(Topics.CALLS), event, retryOf("desk-connector", 3));

        await().until(() -> !desk.deliveries(key).isEmpty());
        assertThat(desk.deliveries(key)).extracting(Delivery::attempt).containsExactly(3);
    }

    @Test
    void endsAmongTheDeadLettersAfterTheLastAttempt() throws IOException {
        desk.does(key, (event, delivery) -> {
            throw failed(AWAY);
        });

        publish(Topics.CALLS, event);

        ConsumerRecord<String, byte[]> letter = only(Topics.deadOf(Topics.CALLS));
        assertThat(desk.deliveries(key)).extracting(Delivery::attempt).containsExactly(1, 2, 3);
        assertThat(EventJson.read(letter.value(), Started.class)).isEqualTo(event);
        assertThat(Broker.header(letter, "switchboard-dead-attempt")).isEqualTo("3");
        assertThat(Broker.header(letter, "switchboard-dead-service")).isEqualTo("desk-connector");
        assertThat(Broker.header(letter, "switchboard-dead-reason")).isEqualTo("desk /tickets/open: unavailable (503)");
    }

    @Test
    void endsAtOnceWhatWouldBeRefusedAgain() {
        desk.does(key, (event, delivery) -> {
            throw failed(REFUSED);
        });

        publish(Topics.CALLS, event);

        assertThat(reason()).isEqualTo("desk /tickets/open: invalid (422) too-long in subject");
        assertThat(desk.deliveries(key)).hasSize(1);
    }

    @Test
    void tellsWhyAnEventCannotBeWorkedOn() {
        desk.does(key, (event, delivery) -> {
            throw new UnworkableException("No helpdesk is connected: set the variables of one.");
        });

        publish(Topics.CALLS, event);

        assertThat(reason()).isEqualTo("No helpdesk is connected: set the variables of one.");
    }

    @Test
    void tellsADefectByItsNameAndNothingMore() {
        desk.does(key, (event, delivery) -> {
            throw new IllegalStateException("sarah@example.com\n\tat dev.switchboard.Somewhere");
        });

        publish(Topics.CALLS, event);

        assertThat(reason()).isEqualTo("defect: IllegalStateException");
    }

    @Test
    void keepsTheBytesOfAnUnreadableRecord() throws IOException {
        byte[] rubbish = {(byte) 0xff, '{', 0};
        RecordMetadata at = broker().write(Topics.CALLS, key, Map.of("ce_type", STARTED), rubbish);

        ConsumerRecord<String, byte[]> letter = only(Topics.deadOf(Topics.CALLS));

        Unreadable unreadable = EventJson.read(letter.value(), Unreadable.class);
        assertThat(Base64.getDecoder().decode(unreadable.value())).isEqualTo(rubbish);
        assertThat(Broker.header(letter, "switchboard-dead-reason")).startsWith("The record's value is not a Started");
        assertThat(Broker.header(letter, "switchboard-dead-place"))
                .isEqualTo("calls/" + at.partition() + "/" + at.offset());
        assertThat(Broker.header(letter, "ce_type")).isEqualTo("record.unreadable.v1");
    }

    @Test
    void pointsAtARecordThatIsTooLargeForALetter() throws IOException {
        desk.does(key, (event, delivery) -> {
            throw failed(REFUSED);
        });

        RecordMetadata at = broker().write(Topics.CALLS, key, Map.of("ce_type", STARTED), large());

        pointsAt(at, "desk /tickets/open: invalid (422) too-long in subject");
    }

    @Test
    void pointsAtARecordThatIsTooLargeToWait() throws IOException {
        desk.does(key, (event, delivery) -> {
            throw failed(AWAY);
        });

        RecordMetadata at = broker().write(Topics.CALLS, key, Map.of("ce_type", STARTED), large());

        pointsAt(at, "desk /tickets/open: unavailable (503)");
        assertThat(desk.deliveries(key)).hasSize(1);
    }

    private void pointsAt(RecordMetadata at, String reason) throws IOException {
        ConsumerRecord<String, byte[]> letter = only(Topics.deadOf(Topics.CALLS));
        String place = "calls/" + at.partition() + "/" + at.offset();
        assertThat(EventJson.read(letter.value(), Unreadable.class))
                .isEqualTo(new Unreadable(
                        STARTED, "Too large for a dead letter: the record stands at " + place + ".", ""));
        assertThat(Broker.header(letter, "switchboard-dead-reason")).isEqualTo(reason);
        assertThat(Broker.header(letter, "switchboard-dead-place")).isEqualTo(place);
    }

    /** Fits into a record as it is; with the headers of a letter it does not. */
    private byte[] large() {
        int padding = MOST_BYTES - 200 - EventJson.write(event).length;
        Conversation talkative =
                new Conversation(new ConversationId(key), Channel.PHONE, "twilio", "x".repeat(padding), "", null);
        return EventJson.write(new Started(talkative, Instant.parse("2026-03-01T12:00:00Z")));
    }

    @Test
    void isNotStoppedByAnEventWithoutAConversation() {
        broker().write(
                        Topics.CALLS,
                        key,
                        Map.of("ce_type", STARTED),
                        "{\"at\":\"2026-03-01T12:00:00Z\"}".getBytes(UTF_8));
        publish(Topics.CALLS, event);

        await().until(() -> desk.deliveries(key).size() == 1);
        assertThat(only(Topics.deadOf(Topics.CALLS)).key()).isEqualTo(key);
    }

    @Test
    void leavesTypesOfANewerReleaseToThoseWhoKnowThem() {
        broker().write(Topics.CALLS, key, Map.of("ce_type", "conversation.paused.v1"), "{}".getBytes(UTF_8));
        publish(Topics.CALLS, event);

        await().until(() -> desk.deliveries(key).size() == 1);
        assertThat(dead()).isEmpty();
    }

    @Test
    void waitsWithTheWorkWhileKafkaDoesNotTakeWhatItPublishes() {
        String nowhere = "nowhere-" + UUID.randomUUID();
        desk.does(key, (event, delivery) -> publisher.publish(nowhere, event));
        publish(Topics.CALLS, event);
        await().until(() -> !desk.deliveries(key).isEmpty());

        longerThanTheDeliveryTimeout();
        broker().create(nowhere);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> broker().records(nowhere, key).size() == 1);
        assertThat(desk.deliveries(key)).hasSize(1);
        assertThat(dead()).isEmpty();
    }

    @Test
    void waitsWhileARetryAndADeadLetterCannotBeWritten() {
        String other = "CA" + UUID.randomUUID();
        desk.does(key, (event, delivery) -> {
            throw failed(REFUSED);
        });
        desk.does(other, (event, delivery) -> {
            throw failed(AWAY);
        });
        publish(KafkaAround.HOMELESS, event);
        publish(KafkaAround.HOMELESS, started(other));
        await().until(() ->
                !desk.deliveries(key).isEmpty() && !desk.deliveries(other).isEmpty());

        longerThanTheDeliveryTimeout();
        broker().create(Topics.deadOf(KafkaAround.HOMELESS));
        broker().create(Topics.retryOf(KafkaAround.HOMELESS));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> broker().records(Topics.deadOf(KafkaAround.HOMELESS), key)
                                        .size()
                                == 1
                        && broker().records(Topics.retryOf(KafkaAround.HOMELESS), other)
                                        .size()
                                == 1);
        assertThat(broker().records(Topics.deadOf(KafkaAround.HOMELESS), other)).isEmpty();
    }

    /** What could not be written has failed to be written by then; see the tests' configuration. */
    private static void longerThanTheDeliveryTimeout() {
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    }

    private static Started started(String conversation) {
        return new Started(
                new Conversation(new ConversationId(conversation), Channel.PHONE, "twilio", "", "", null),
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    private static IntegrationException failed(Failure failure) {
        return new IntegrationException("desk", "/tickets/open", failure);
    }

    private static Map<String, String> retryOf(String service, int attempt) {
        return Map.of(
                "switchboard-retry-service", service,
                "switchboard-retry-attempt", Integer.toString(attempt),
                "switchboard-retry-due", Instant.now().toString(),
                "switchboard-retry-first-written", Instant.now().toString());
    }

    private void publish(String topic, Started event) {
        publish(topic, event, Map.of());
    }

    private void publish(String topic, Started event, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("ce_type", STARTED);
        broker().write(topic, event.key(), all, EventJson.write(event));
    }

    private Delivery delivery(int number) {
        return desk.deliveries(key).get(number);
    }

    private String reason() {
        return Broker.header(only(Topics.deadOf(Topics.CALLS)), "switchboard-dead-reason");
    }

    private List<ConsumerRecord<String, byte[]>> dead() {
        return broker().records(Topics.deadOf(Topics.CALLS), key);
    }

    /** Waits for the one record of this test's conversation. */
    private ConsumerRecord<String, byte[]> only(String topic) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> broker().records(topic, key), records -> records.size() == 1)
                .getFirst();
    }

    private Broker broker() {
        return new Broker(bootstrapServers);
    }
}
