package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Channel;
import dev.switchboard.events.ConversationEvent;
import dev.switchboard.events.Event;
import dev.switchboard.events.EventId;
import dev.switchboard.events.EventTypes;
import dev.switchboard.events.OutboundCommand;
import dev.switchboard.events.Topics;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.sandbox.Fault;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.Phone;
import dev.switchboard.testkit.house.WhatsAppUser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Calls and a chat through the whole house: what the caller hears, what travels, what the vendors hold afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationFlowTest {
    private static final String SARAH = "+14155550100";
    private static final String STRANGER = "+14155550199";
    private static final String COMPLAINT = "The parcel arrived broken and nobody helps me, this is terrible";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private House house;
    private TopicReader topics;

    @BeforeAll
    void open() {
        house = House.with(
                TestedKafka.start(),
                Map.of("SWITCHBOARD_RETRY_DELAYS", "1S,2S,2S,5S,5S,5S,5S,5S"),
                House.GATEWAY,
                House.CRM,
                House.TICKETING,
                House.TELEPHONY,
                House.COMMERCE,
                House.MONITOR);
        topics = TopicReader.fromBeginning(
                house.kafka().bootstrapServers(),
                Topics.CALLS,
                Topics.CHATS,
                Topics.ANSWERS,
                Topics.OUTBOUND,
                Topics.LOGS,
                Topics.ALERTS,
                Topics.deadOf(Topics.CALLS));
    }

    @AfterAll
    void close() {
        topics.close();
        house.close();
    }

    @BeforeEach
    void startFromTheSeed() {
        house.sandbox().reset();
    }

    @Test
    void servesAKnownCustomerFromTheRingToTheTicket() {
        Phone sarah = house.phone(SARAH);

        assertThat(sarah.ring()).contains("Hi Sarah");
        assertThat(sarah.say("where is my order 1001?")).contains("1001", "shipped", "UPS");
        String told = sarah.say(COMPLAINT);
        sarah.hangUp();

        JsonNode ticket = awaitTicket(sarah);
        assertThat(told).contains(ticket.path("id").asText());
        assertThat(ticket.path("tags").toString()).contains("ai-created");
        assertThat(ticket.path("requester_id").asLong()).isPositive();
        JsonNode task = awaitTask(sarah);
        assertThat(task.path("CallType").asText()).isEqualTo("Inbound");
        assertThat(task.path("CallDurationInSeconds").asInt()).isNotNegative();
        assertThat(task.path("Description").asText()).contains(COMPLAINT);
        travelledAsCloudEvents(sarah);
        Stream.of("salesforce", "shopify", "zendesk")
                .forEach(system -> topics.await(
                        CallLogged.class,
                        call -> call.integration().equals(system)
                                && sarah.callSid().equals(call.conversationId())));
        assertThat(ticketsOf(sarah)).hasSize(1);
        assertThat(tasksOf(sarah)).hasSize(1);
    }

    @Test
    void makesAContactOfANewCustomer() {
        Phone stranger = house.phone(STRANGER);
        int before = house.records("salesforce", "Contact").size();

        String greeting = stranger.ring();
        stranger.hangUp();

        assertThat(greeting).isNotBlank().doesNotContain("Sarah");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(house.records("salesforce", "Contact"))
                        .hasSize(before + 1)
                        .last()
                        .satisfies(contact -> assertThat(contact.toString()).contains(STRANGER)));
        topics.await(
                Answer.CustomerIdentified.class,
                answer -> answer.created() && answer.key().equals(stranger.callSid()));
        awaitTask(stranger);
    }

    @Test
    void opensATicketForAnUnresolvedConversationAndSendsItsNumber() {
        Phone sarah = house.phone(SARAH);

        sarah.ring();
        house.sandbox()
                .faults("zendesk")
                .add(Fault.latency(Duration.ofSeconds(6)).times(6));
        sarah.say(COMPLAINT);
        sarah.hangUp();

        JsonNode ticket = awaitTicket(sarah);
        String number = ticket.path("id").asText();
        topics.await(
                OutboundCommand.SendMessage.class,
                message ->
                        message.key().equals(sarah.callSid()) && message.text().contains(number));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(house.records("twilio", "messages"))
                        .filteredOn(message -> message.path("body").asText().contains(number))
                        .singleElement()
                        .satisfies(message ->
                                assertThat(message.path("to").asText()).isEqualTo(SARAH)));
        assertThat(ticketsOf(sarah)).hasSize(1);
    }

    @Test
    void answersAnonymouslyAndAlertsWhileTheCrmIsDown() {
        house.sandbox()
                .faults("salesforce")
                .add(Fault.of(Fault.Kind.SERVER_ERROR).onTokenEndpointToo());
        Phone sarah = house.phone(SARAH);

        assertThat(sarah.ring()).isNotBlank().doesNotContain("Sarah");
        assertThat(sarah.say("hello?")).isNotBlank();

        topics.await(
                CallLogged.class,
                call -> call.integration().equals("salesforce")
                        && call.status() == CallLogged.Status.ERROR
                        && sarah.callSid().equals(call.conversationId()));
        for (int call = 0; call < 5; call++) {
            house.phone(SARAH).ring();
        }
        topics.await(
                AlertRaised.class,
                alert -> alert.integration().equals("salesforce")
                        && alert.rule().equals("error-rate")
                        && alert.state() == AlertRaised.State.FIRING);
        house.sandbox().reset();
        sarah.hangUp();
        awaitTask(sarah);
        await("the circuit closes again")
                .atMost(PATIENCE)
                .until(() -> house.phone(SARAH).ring().contains("Hi Sarah"));
    }

    @Test
    void renewsAnExpiredTokenWithoutTheCallerNoticing() {
        house.phone(SARAH).ring();
        house.sandbox().expireTokens("salesforce");

        Phone sarah = house.phone(SARAH);

        assertThat(sarah.ring()).contains("Hi Sarah");
        assertThat(topics.events(CallLogged.class))
                .filteredOn(call -> sarah.callSid().equals(call.conversationId()))
                .noneMatch(call -> call.status() == CallLogged.Status.ERROR);
    }

    @Test
    void makesARateLimitedTicketLaterWhileOthersGoOn() {
        house.sandbox()
                .faults("zendesk")
                .add(Fault.of(Fault.Kind.RATE_LIMITED)
                        .withRetryAfter(Duration.ofSeconds(3))
                        .times(1)
                        .onMethod("POST")
                        .onPath("/api/v2/tickets"));
        Phone limited = house.phone(SARAH);
        limited.ring();
        limited.say(COMPLAINT);
        limited.hangUp();

        Phone other = house.phone(SARAH);
        assertThat(other.ring()).contains("Hi Sarah");
        assertThat(other.say("where is my order 1001?")).contains("shipped");
        other.hangUp();

        awaitTicket(limited);
        assertThat(ticketsOf(limited)).hasSize(1);
    }

    @Test
    void logsInvalidDataAndGoesOnWithTheConversation() {
        house.sandbox()
                .faults("zendesk")
                .add(Fault.of(Fault.Kind.INVALID).onMethod("POST").onPath("/api/v2/tickets"));
        Phone sarah = house.phone(SARAH);
        sarah.ring();

        assertThat(sarah.say(COMPLAINT))
                .as("an answer though there is no ticket")
                .isNotBlank();
        assertThat(sarah.say("where is my order 1001?")).contains("shipped");
        sarah.hangUp();

        awaitEnded(sarah);
        awaitTask(sarah);
        CallLogged refused = topics.await(
                CallLogged.class,
                call -> call.endpoint().equals("/tickets/open")
                        && sarah.callSid().equals(call.conversationId()));
        assertThat(refused)
                .returns("zendesk", CallLogged::integration)
                .returns(CallLogged.Status.ERROR, CallLogged::status)
                .returns("invalid", CallLogged::failure)
                .returns(400, CallLogged::httpStatus)
                .returns(1, CallLogged::attempt);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters(sarah)).isNotEmpty());
        assertThat(letters(sarah)).allSatisfy(letter -> {
            assertThat(header(letter, "switchboard-dead-reason")).contains("zendesk /tickets/open: invalid (400)");
            assertThat(header(letter, "switchboard-dead-service")).isEqualTo("ticketing-connector");
            assertThat(header(letter, "switchboard-dead-attempt"))
                    .as("never tried again")
                    .isEqualTo("1");
        });
        assertThat(ticketsOf(sarah)).isEmpty();
    }

    @Test
    void goesOnInAnOrgThatLacksTheFields() {
        house.sandbox().switches("salesforce").set("lacking-fields", List.of("AI_External_Id__c", "CallDisposition"));
        Phone sarah = house.phone(SARAH);

        assertThat(sarah.ring()).contains("Hi Sarah");
        assertThat(sarah.say("where is my order 1001?")).contains("shipped");
        sarah.hangUp();

        awaitEnded(sarah);
    }

    @Test
    void refusesAForgedWebhookAndLeavesNoEvent() {
        Phone forger = house.phone(SARAH);

        HttpResponse<String> response = forger.post(
                house.gatewayUrl() + "/incoming-call",
                forger.fields(Map.of("CallStatus", "ringing")),
                "bm90IGEgc2lnbmF0dXJl");
        Phone after = house.phone(SARAH);
        after.ring();

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isNotBlank().doesNotContain("Exception", "\tat ");
        topics.await(ConversationEvent.Started.class, started -> started.key().equals(after.callSid()));
        assertThat(topics.records()).noneMatch(record -> forger.callSid().equals(record.key()));
    }

    @Test
    void givesTheSameAnswerToAWebhookThatComesTwice() {
        Phone sarah = house.phone(SARAH);

        String first = sarah.ring();
        String second = sarah.ring();
        sarah.hangUp();
        sarah.hangUp();

        assertThat(second).isEqualTo(first);
        awaitEnded(sarah);
        awaitTask(sarah);
        assertThat(topics.events(ConversationEvent.Ended.class))
                .filteredOn(ended -> ended.key().equals(sarah.callSid()))
                .hasSize(1);
    }

    @Test
    void servesAChatOnWhatsApp() {
        WhatsAppUser sarah = new WhatsAppUser(house.gatewayUrl(), SARAH.substring(1), "Sarah");
        String question = sarah.message("wamid." + UUID.randomUUID(), "where is my order 1001?");

        assertThat(sarah.delivers(question)).isEqualTo(200);
        assertThat(sarah.delivers(question)).as("the same again").isEqualTo(200);
        assertThat(sarah.writes(COMPLAINT)).isEqualTo(200);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(texts("shipped"))
                    .as("one answer, though it was asked twice")
                    .hasSize(1);
            assertThat(texts("ticket")).hasSize(1);
        });
        String conversation = topics.await(
                        ConversationEvent.Escalated.class,
                        escalated -> escalated.conversation().channel() == Channel.WHATSAPP)
                .key();
        String number = topics.await(
                        Answer.TicketOpened.class, opened -> opened.key().equals(conversation))
                .number();
        assertThat(texts("ticket").getFirst()).contains(number);
        assertThat(house.records("zendesk", "tickets"))
                .filteredOn(ticket -> ticket.path("external_id").asText().equals(EventId.of("ticket", conversation)))
                .hasSize(1);
    }

    private List<String> texts(String word) {
        return house.records("whatsapp", "messages").stream()
                .map(JsonNode::toString)
                .filter(message -> message.contains("biz_opaque_callback_data") && message.contains(word))
                .toList();
    }

    private void travelledAsCloudEvents(Phone phone) {
        awaitEnded(phone);
        List<ConsumerRecord<String, Event>> records = topics.records().stream()
                .filter(record ->
                        record.topic().equals(Topics.CALLS) && phone.callSid().equals(record.key()))
                .toList();
        assertThat(records)
                .extracting(record -> EventTypes.of(record.value()))
                .startsWith("conversation.started.v1")
                .contains(
                        "conversation.customer-spoke.v1",
                        "conversation.question-asked.v1",
                        "conversation.agent-replied.v1",
                        "conversation.escalated.v1")
                .endsWith("conversation.ended.v1");
        assertThat(records).allSatisfy(record -> {
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "ce_subject")).isEqualTo(phone.callSid());
            assertThat(header(record, "ce_id")).isNotBlank();
            assertThat(header(record, "content-type")).startsWith("application/json");
        });
        assertThat(records).extracting(record -> header(record, "ce_id")).doesNotHaveDuplicates();
    }

    private void awaitEnded(Phone phone) {
        topics.await(ConversationEvent.Ended.class, ended -> ended.key().equals(phone.callSid()));
    }

    private JsonNode awaitTicket(Phone phone) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ticketsOf(phone)).isNotEmpty());
        return ticketsOf(phone).getFirst();
    }

    private List<JsonNode> ticketsOf(Phone phone) {
        String key = EventId.of("ticket", phone.callSid());
        return house.records("zendesk", "tickets").stream()
                .filter(ticket -> ticket.path("external_id").asText().equals(key))
                .toList();
    }

    private JsonNode awaitTask(Phone phone) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasksOf(phone)).isNotEmpty());
        return tasksOf(phone).getFirst();
    }

    private List<JsonNode> tasksOf(Phone phone) {
        String key = EventId.of("activity", phone.callSid());
        return house.records("salesforce", "Task").stream()
                .filter(task -> task.toString().contains(key))
                .toList();
    }

    private List<ConsumerRecord<String, Event>> letters(Phone phone) {
        return topics.records().stream()
                .filter(record -> record.topic().equals(Topics.deadOf(Topics.CALLS))
                        && phone.callSid().equals(record.key()))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
