package dev.switchboard.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.monitoring.AlertRaised;
import dev.switchboard.events.monitoring.CallLogged;
import dev.switchboard.events.monitoring.StatusReported;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Event> events() {
        return Stream.concat(ExampleEvents.whole().stream(), ExampleEvents.bare().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatItWrote(Event event) throws IOException {
        assertThat(EventJson.read(EventJson.write(event), event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesNoNulls(Event event) throws IOException {
        assertThat(anywhere(tree(event), JsonNode::isNull)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("events")
    void namesFieldsInSnakeCase(Event event) throws IOException {
        assertThat(names(tree(event))).allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void leavesTheKeyAndTheDistinctionToTheHeaders(Event event) throws IOException {
        assertThat(names(tree(event))).doesNotContain("key", "distinction");
    }

    @ParameterizedTest
    @MethodSource("events")
    void ignoresFieldsOfALaterRelease(Event event) throws IOException {
        ObjectNode tree = (ObjectNode) tree(event);
        tree.put("of_a_later_release", "x").putObject("another").put("deep", 1);
        if (tree.path("conversation") instanceof ObjectNode conversation) {
            conversation.put("of_a_later_release", 1);
        }

        assertThat(EventJson.read(JSON.writeValueAsBytes(tree), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void writesTimesAsTextAndNotAsNumbers() throws IOException {
        JsonNode ended = ExampleEvents.whole().stream()
                .filter(ConversationEvent.Ended.class::isInstance)
                .map(EventJsonTest::tree)
                .findFirst()
                .orElseThrow();

        assertThat(ended.get("at").textValue()).isEqualTo("2026-03-01T09:15:30.250Z");
        assertThat(ended.get("duration").textValue()).isEqualTo("PT1M35S");
        assertThat(ended.at("/conversation/id").textValue()).isEqualTo("CA0123456789abcdef");
        assertThat(ended.at("/understanding/sentiment").textValue()).isEqualTo("negative");
    }

    @Test
    void tellsTheKindsOfQuestionApart() throws IOException {
        Conversation conversation = new Conversation(new ConversationId("c1"), Channel.WEB, "web", "", "", null);
        for (Question question : List.of(
                new Question.OrderStatus("1001"),
                new Question.TicketStatus("7"),
                new Question.HowTo("return a lamp"))) {
            QuestionAsked asked = new QuestionAsked(conversation, "q1", question, null, Instant.EPOCH);

            assertThat(EventJson.read(EventJson.write(asked), QuestionAsked.class)
                            .question())
                    .isEqualTo(question);
        }
    }

    @Test
    void namesTheKindOfQuestion() {
        QuestionAsked asked = ExampleEvents.whole().stream()
                .filter(QuestionAsked.class::isInstance)
                .map(QuestionAsked.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(tree(asked).get("question").toString())
                .isEqualTo("{\"kind\":\"order-status\",\"order_number\":\"1001\"}");
    }

    @Test
    void refusesAQuestionOfAnotherKindWithoutRepeatingIt() {
        String json = new String(EventJson.write(ExampleEvents.whole().get(3)), UTF_8)
                .replace("order-status", "secret-of-sarah");

        assertThatThrownBy(() -> EventJson.read(json.getBytes(UTF_8), QuestionAsked.class))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The record's value is not a QuestionAsked: ")
                .hasMessageNotContaining("sarah");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "42", "[]", "{", "{}", "{\"conversation\":{}}", "{\"conversation\":null,\"at\":null}"
            })
    void refusesWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> EventJson.read(json.getBytes(UTF_8), ConversationEvent.Started.class))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Channel.class,
                Sentiment.class,
                OrderState.class,
                Utterance.Speaker.class,
                CallLogged.Status.class,
                StatusReported.State.class,
                AlertRaised.State.class,
                AlertRaised.Severity.class
            })
    void writesConstantsAsLowerCaseWords(Class<? extends Enum<?>> constants) {
        assertThat(Arrays.stream(constants.getFields())
                        .filter(java.lang.reflect.Field::isEnumConstant)
                        .map(constant -> {
                            JsonProperty name = constant.getAnnotation(JsonProperty.class);
                            return name == null ? constant.getName() : name.value();
                        }))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    private static JsonNode tree(Event event) {
        try {
            return JSON.readTree(EventJson.write(event));
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static boolean anywhere(JsonNode node, Predicate<JsonNode> which) {
        return which.test(node) || node.valueStream().anyMatch(child -> anywhere(child, which));
    }

    private static List<String> names(JsonNode node) {
        return Stream.concat(
                        node.propertyStream().map(property -> property.getKey()),
                        node.valueStream().flatMap(child -> names(child).stream()))
                .toList();
    }
}
