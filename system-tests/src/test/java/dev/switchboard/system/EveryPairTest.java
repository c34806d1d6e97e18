package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.switchboard.events.Answer;
import dev.switchboard.events.Change;
import dev.switchboard.events.OutboundCommand.NotifyCustomer;
import dev.switchboard.events.Topics;
import dev.switchboard.testkit.TopicReader;
import dev.switchboard.testkit.house.House;
import dev.switchboard.testkit.house.Phone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every CRM with every helpdesk, all on at once: each pair serves a line of its own. Known by name, helped from the knowledge base,
 * a ticket, the activity, and told when the ticket is solved.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPairTest {
    private static final List<String> CRMS = List.of("salesforce", "hubspot", "zoho", "pipedrive");
    private static final List<String> HELPDESKS = List.of("zendesk", "freshdesk", "intercom", "servicenow");
    private static final String SARAH = "+14155550100";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private House house;
    private Staff staff;
    private TopicReader topics;

    /** A CRM, a helpdesk, and the line whose callers they serve. */
    record Pair(String crm, String helpdesk, String line) {
        @Override
        public String toString() {
            return crm + " with " + helpdesk;
        }
    }

    static Stream<Pair> pairs() {
        return IntStream.range(0, CRMS.size() * HELPDESKS.size())
                .mapToObj(n -> new Pair(CRMS.get(n / 4), HELPDESKS.get(n % 4), "+141555502" + (10 + n)));
    }

    @BeforeAll
    void open() {
        String routes = pairs().map(pair -> "line:" + pair.line() + "=" + pair.crm() + "," + pair.helpdesk())
                .collect(Collectors.joining(";"));
        Set<String> systems = Stream.of(CRMS, HELPDESKS, List.of("shopify", "twilio"))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        house = House.with(
                TestedKafka.start(),
                systems,
                Map.of(
                        "SWITCHBOARD_ROUTES",
                        routes,
                        "SWITCHBOARD_CRM_REMEMBER_CALLERS",
                        "5M",
                        "SWITCHBOARD_RETRY_DELAYS",
                        RebalanceTest.RETRY_SOON),
                House.GATEWAY,
                House.CRM,
                House.TICKETING,
                House.TELEPHONY);
        pairs().forEach(pair -> house.sandbox()
                .addRecord(
                        "twilio",
                        "numbers",
                        JsonNodeFactory.instance.objectNode().put("phone_number", pair.line())));
        staff = new Staff(house);
        topics = TopicReader.fromBeginning(
                house.kafka().bootstrapServers(), Topics.ANSWERS, Topics.OUTBOUND, Topics.CHANGES);
    }

    @AfterAll
    void close() {
        topics.close();
        house.close();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Order(1)
    void serves(Pair pair) {
        Phone sarah = house.phone(SARAH, pair.line());
        String call = sarah.callSid();

        assertThat(sarah.ring()).contains("Hi Sarah");
        assertThat(sarah.say("how do I return an item?"))
                .contains("return any item within")
                .contains("texted you the link");
        String told = sarah.say("The parcel arrived broken and nobody helps me, this is terrible");
        assertThat(sarah.say("please text me when it is solved")).contains("I'll text you as soon as it is solved");
        sarah.hangUp();

        Answer.CustomerIdentified known = answer(Answer.CustomerIdentified.class, call);
        assertThat(known.system()).isEqualTo(pair.crm());
        Answer.TicketOpened ticket = answer(Answer.TicketOpened.class, call);
        assertThat(ticket.system()).isEqualTo(pair.helpdesk());
        assertThat(told).contains(ticket.number());
        assertThat(answer(Answer.ActivityLogged.class, call).system()).isEqualTo(pair.crm());

        staff.solve(pair.helpdesk(), ticket.number());

        topics.await(
                NotifyCustomer.class,
                message -> message.key().equals(call) && message.purpose().equals("ticket-solved-" + ticket.number()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(textsAbout(ticket.number())).hasSize(1));
        assertThat(opened(call)).containsOnly(ticket.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "hubspot", "zoho", "pipedrive"})
    @Order(2)
    void greetsByTheNewNameAsSoonAsTheCrmSaysSo(String crm) {
        Pair pair = pairs().filter(any -> any.crm().equals(crm)).findFirst().orElseThrow();
        Phone before = house.phone(SARAH, pair.line());
        assertThat(before.ring()).contains("Hi Sarah");
        String contact = answer(Answer.CustomerIdentified.class, before.callSid())
                .customer()
                .id();

        staff.rename(crm, contact, "Sally");

        topics.await(
                Change.ContactChanged.class,
                change -> change.system().equals(crm) && change.contactId().equals(contact));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(house.phone(SARAH, pair.line()).ring()).contains("Hi Sally"));
    }

    private <A extends Answer> A answer(Class<A> type, String call) {
        return topics.await(type, answer -> answer.key().equals(call));
    }

    private Set<String> opened(String call) {
        return topics.events(Answer.TicketOpened.class).stream()
                .filter(answer -> answer.key().equals(call))
                .map(Answer.TicketOpened::number)
                .collect(Collectors.toSet());
    }

    private List<JsonNode> textsAbout(String number) {
        return house.records("twilio", "messages").stream()
                .filter(message -> message.path("to").asText().equals(SARAH))
                .filter(message -> message.path("body").asText().contains("ticket " + number + " was solved"))
                .toList();
    }
}
