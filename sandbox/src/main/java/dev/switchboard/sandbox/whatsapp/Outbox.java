package dev.switchboard.sandbox.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Answer;
import dev.switchboard.sandbox.Json;
import dev.switchboard.sandbox.Records;
import dev.switchboard.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Takes messages. A well-formed one is accepted, even when it cannot be delivered: outside the 24 hours after the
 * person's last message anything but a template fails later, which the kept record shows as its status.
 */
final class Outbox {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Records records;
    private final Clock clock;
    private final PairRate pairRate;
    private final Envelope envelope = new Envelope();
    private final Content content;

    Outbox(Records records, Clock clock, PairRate pairRate) {
        this.records = records;
        this.clock = clock;
        this.pairRate = pairRate;
        this.content = new Content(records);
    }

    Answer answer(Request request) {
        ObjectNode message = request.json();
        message.remove("appsecret_proof");
        envelope.check(message);
        return message.has("status") ? markAsRead(message) : send(message);
    }

    /** Keeps what a person wrote. */
    ObjectNode received(ObjectNode fields) {
        ObjectNode message = Json.object()
                .put("id", newId())
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        message.setAll(fields);
        return records.put("messages", message.path("id").asText(), message);
    }

    private Answer markAsRead(ObjectNode receipt) {
        records.put("reads", receipt.path("message_id").asText(), receipt);
        return Answer.json(200, Json.object().put("success", true));
    }

    private Answer send(ObjectNode message) {
        content.check(message);
        boolean isToNumber = message.hasNonNull("to");
        String input = isToNumber
                ? message.path("to").asText()
                : message.path("recipient").asText();
        String person = isToNumber ? input.replaceAll("\\D", "") : input;
        pairRate.take(person);
        ObjectNode kept = message.deepCopy()
                .put("id", newId())
                .put(isToNumber ? "wa_id" : "user_id", person)
                .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
                .put("status", "sent");
        if (!message.path("type").asText().equals("template") && !isWindowOpen(person)) {
            fail(kept);
        }
        records.put("messages", kept.path("id").asText(), kept);
        ObjectNode body = Json.object().put("messaging_product", "whatsapp");
        body.putArray("contacts").addObject().put("input", input).put(isToNumber ? "wa_id" : "user_id", person);
        ObjectNode accepted =
                body.putArray("messages").addObject().put("id", kept.path("id").asText());
        if (message.path("type").asText().equals("template")) {
            accepted.put("message_status", "accepted");
        }
        return Answer.json(200, body);
    }

    private boolean isWindowOpen(String person) {
        Instant oldest = clock.instant().minus(WINDOW);
        return records.where("messages", message -> isFrom(message, person))
                .anyMatch(message -> Instant.ofEpochSecond(
                                message.path("timestamp").asLong())
                        .isAfter(oldest));
    }

    private static boolean isFrom(JsonNode message, String person) {
        return message.path("from").asText().equals(person)
                || message.path("from_user_id").asText().equals(person);
    }

    private static void fail(ObjectNode message) {
        message.put("status", "failed")
                .putArray("errors")
                .addObject()
                .put("code", 131_047)
                .put("title", "Re-engagement message")
                .put("message", "Re-engagement message")
                .putObject("error_data")
                .put("details", "More than 24 hours have passed since the recipient last replied to this number.");
    }

    private static String newId() {
        byte[] unique = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        return "wamid." + Base64.getEncoder().encodeToString(unique);
    }
}
