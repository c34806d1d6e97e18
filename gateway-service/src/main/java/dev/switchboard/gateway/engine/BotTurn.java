package dev.switchboard.gateway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A turn in the JSON of {@link HttpEngine}. */
final class BotTurn {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BotTurn() {}

    static JsonNode request(Dialogue soFar, String text, String ours) {
        ObjectNode turn = JSON.createObjectNode()
                .put("conversation", soFar.conversation().id().value())
                .put("channel", soFar.conversation().channel().name().toLowerCase(Locale.ROOT))
                .put("text", text)
                .put("escalated", soFar.escalated());
        Customer customer = soFar.customer();
        if (customer != null) {
            turn.set("customer", who(customer));
        }
        var transcript = turn.putArray("transcript");
        soFar.transcript()
                .forEach(said -> transcript
                        .addObject()
                        .put("speaker", said.speaker().name().toLowerCase(Locale.ROOT))
                        .put("text", said.text()));
        ObjectNode memory = turn.putObject("memory");
        soFar.memory().forEach((name, note) -> {
            if (!name.startsWith(ours)) {
                memory.put(name, note);
            }
        });
        return turn;
    }

    static Reply reply(JsonNode json, Map<String, String> before, String understanding) throws IOException {
        List<Intention> intentions = new ArrayList<>();
        if (json.hasNonNull("ask")) {
            intentions.add(new Intention.Ask(question(json.get("ask"))));
        }
        if (json.hasNonNull("escalate")) {
            intentions.add(new Intention.Escalate(json.get("escalate").asText()));
        }
        if (json.path("transfer").asBoolean()) {
            intentions.add(new Intention.Transfer());
        }
        if (json.path("tell_when_solved").asBoolean()) {
            intentions.add(new Intention.TellWhenSolved());
        }
        if (json.path("end").asBoolean()) {
            intentions.add(new Intention.End());
        }
        Map<String, String> notes = new HashMap<>();
        json.path("memory")
                .properties()
                .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
        @Nullable
        String understood = json.path("understanding").isObject()
                ? json.get("understanding").toString()
                : before.get(understanding);
        if (understood != null) {
            notes.put(understanding, understood);
        }
        return new Reply(json.path("say").asText(""), intentions, notes);
    }

    private static Question question(JsonNode ask) throws IOException {
        String kind = ask.path("kind").asText();
        return switch (kind) {
            case "order-status" -> new Question.OrderStatus(text(ask, "order_number"));
            case "ticket-status" -> new Question.TicketStatus(text(ask, "ticket_number"));
            case "how-to" -> new Question.HowTo(ask.path("words").asText());
            default -> throw new IOException("The bot asks something we do not know");
        };
    }

    private static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    private static ObjectNode who(Customer customer) {
        ObjectNode who = JSON.createObjectNode().put("name", customer.name());
        putIfKnown(who, "first_name", customer.firstName());
        putIfKnown(who, "company", customer.company());
        putIfKnown(who, "segment", customer.segment());
        return who;
    }

    private static void putIfKnown(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
